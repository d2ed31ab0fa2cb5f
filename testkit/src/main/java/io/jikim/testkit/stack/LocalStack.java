package io.jikim.testkit.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stack that runs beside the tests of this JVM.
public final class LocalStack {
    private static final String NAME = "io.jikim.testkit.stack";

    private final StackProcess process;

    private LocalStack(StackProcess process) {
        this.process = process;
    }

    /// The one stack of this JVM: started by the first caller, stopped when the JVM ends. Quarkus
    /// loads this class more than once, so the running process is kept where every copy finds it.
    public static LocalStack shared() {
        var parts = JvmWide.parts();
        synchronized (parts) {
            var known = parts.get(NAME);
            if (known == null) {
                known = StackProcess.start().parts();
                parts.put(NAME, known);
            }
            return new LocalStack(StackProcess.of(known));
        }
    }

    /// Configuration by its environment names, for one of the four services.
    public Map<String, String> environment(String service) {
        var values = new LinkedHashMap<String, String>();
        process.environment()
                .forEach((name, value) -> {
                    if (!name.contains("/")) {
                        values.put(name, value);
                    } else if (name.startsWith(service + "/")) {
                        values.put(name.substring(service.length() + 1), value);
                    }
                });
        values.remove("QUARKUS_PROFILE");
        return values;
    }

    public String kafka() {
        return setting("JIKIM_KAFKA");
    }

    /// JDBC address of the cluster's superuser, for looking at what no service may see.
    public String superuserUrl(String database) {
        return setting("JIKIM_LIVE_ADMIN_URL").replace("/postgres?", "/" + database + "?");
    }

    /// The same for the cluster of the key database.
    public String keysSuperuserUrl() {
        return setting("JIKIM_KEYS_ADMIN_URL").replace("/postgres?", "/keys?");
    }

    /// Ends a part (`kafka`, `postgres`, `mail`) as if it broke; its data stays.
    public void stop(String part) {
        process.command("stop " + part);
    }

    /// Starts a part again that was stopped; returns when it can be used.
    public void start(String part) {
        process.command("start " + part);
    }

    /// Mails that came in for this address, oldest first.
    public List<Mail> mails(String address) {
        var uri =
                URI.create(
                        setting("JIKIM_MAILBOX_URL")
                                + "/api/mails?to="
                                + URLEncoder.encode(address, StandardCharsets.UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            var body =
                    http.send(
                                    HttpRequest.newBuilder(uri).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return new ObjectMapper().readValue(body, new TypeReference<List<Mail>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String setting(String name) {
        var value = process.environment().get(name);
        if (value == null) {
            throw new IllegalStateException("the stack names no " + name);
        }
        return value;
    }
}
