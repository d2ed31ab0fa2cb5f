package io.jikim.journeys.drill;

import io.jikim.journeys.Patience;
import io.jikim.journeys.StoryBroken;
import io.jikim.journeys.stack.RunningStack;
import io.jikim.journeys.stack.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A second process of a service that runs already: the same program with the same settings, at a
/// port of its own and over a wire of its own to the same database.
final class SecondInstance implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final long original;
    private final Wire database;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable Process process;

    private SecondInstance(long original, Wire database, int port, Map<String, String> settings) {
        this.original = original;
        this.database = database;
        this.port = port;
        this.settings = settings;
    }

    static SecondInstance of(RunningStack stack, String service) {
        return of(stack, service, Map.of());
    }

    /// @param settings of its own, beside those of the first
    static SecondInstance of(RunningStack stack, String service, Map<String, String> settings) {
        return new SecondInstance(
                stack.pidOf(service), stack.anotherWayToLive(), RunningStack.freePort(), settings);
    }

    Wire database() {
        return database;
    }

    /// Returns when it is ready.
    void start() throws IOException {
        var builder = new ProcessBuilder(words("cmdline")).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        for (var setting : words("environ")) {
            var at = setting.indexOf('=');
            builder.environment().put(setting.substring(0, at), setting.substring(at + 1));
        }
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        builder.environment()
                .computeIfPresent(
                        "JIKIM_DB_URL",
                        (_, url) -> url.replaceFirst(":[0-9]+/", ":" + database.port() + "/"));
        var started = builder.start();
        process = started;
        Patience.until(
                "a second instance",
                Duration.ofMinutes(3),
                () -> {
                    if (!started.isAlive()) {
                        throw new StoryBroken("The second instance has ended");
                    }
                    return isReady();
                });
    }

    private boolean isReady() {
        var uri = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port));
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(uri).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted", e);
        }
    }

    private List<String> words(String file) {
        try {
            var text =
                    Files.readString(
                            Path.of("/proc", String.valueOf(original), file),
                            StandardCharsets.UTF_8);
            return List.of(text.split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            end(running);
        }
        database.close();
    }

    /// In good order if it can, so that its share of the topics goes to the first at once.
    private static void end(Process running) {
        running.destroy();
        try {
            running.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            running.destroyForcibly().onExit().join();
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
