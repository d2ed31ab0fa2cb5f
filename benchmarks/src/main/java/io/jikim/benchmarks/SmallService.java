package io.jikim.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A service as a process of its own, started from its packaged jar as the local stack starts it.
public final class SmallService implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    // A load is asked for without a body and takes its time: over HTTP/2 such a request counts as
    // one whose body does not come, and is cut off.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI address;

    private final Path log;

    private SmallService(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    public static SmallService start(
            Path root, String module, Map<String, String> environment, Path log)
            throws IOException {
        var port = freePort();
        var all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        all.put("MALLOC_ARENA_MAX", "2");
        var builder =
                new ProcessBuilder(
                                Java.program(),
                                "-Xms32m",
                                "-Xmx160m",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                root.resolve(module)
                                        .resolve("target/quarkus-app/quarkus-run.jar")
                                        .toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(all);
        var address = URI.create("http://127.0.0.1:" + port + "/");
        var process = builder.start();
        // It must not outlive this program, however that ends.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new SmallService(process, address, log);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public URI address() {
        return address;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    JsonNode post(String path) throws IOException, InterruptedException {
        return ask(
                HttpRequest.newBuilder(address.resolve(path))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /// @throws IllegalStateException if it ends before
    public void awaitReady() throws InterruptedException {
        while (process.isAlive()) {
            try {
                get("/q/health/ready");
                return;
            } catch (IOException | IllegalStateException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("A service has ended; its log is " + log);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.destroy();
        Java.end(process, 20);
    }
}
