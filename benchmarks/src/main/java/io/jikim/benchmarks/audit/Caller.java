package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Percentiles;
import io.jikim.testkit.tokens.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// One client that asks and waits for the answer, with a token, on a connection that stays open.
final class Caller {

    private final URI service;
    private final String token;
    private final Map<String, String> headers;

    /// @param headers besides the token
    Caller(URI service, String token, Map<String, String> headers) {
        this.service = service;
        this.token = token;
        this.headers = Map.copyOf(headers);
    }

    static Caller auditor(URI service, Map<String, String> headers) {
        var token =
                TestTokens.forTenant(AuditScene.TENANT)
                        .withRoles("AUDITOR")
                        .withSubject("auditor")
                        .token();
        return new Caller(service, token, headers);
    }

    /// The body of a good answer. @throws IllegalStateException if it is another one
    byte[] get(String path) throws IOException {
        var connection = open(path);
        if (connection.getResponseCode() != 200) {
            throw new IllegalStateException(path + ": " + connection.getResponseCode());
        }
        return read(connection.getInputStream());
    }

    /// Returns the status.
    int post(String path, String json) throws IOException {
        var connection = open(path);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (var body = connection.getOutputStream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        // what is not read keeps the connection from being used again
        read(status < 400 ? connection.getInputStream() : connection.getErrorStream());
        return status;
    }

    private HttpURLConnection open(String path) throws IOException {
        URLConnection opened = service.resolve(path).toURL().openConnection();
        opened.setRequestProperty("Authorization", "Bearer " + token);
        headers.forEach(opened::setRequestProperty);
        return (HttpURLConnection) opened;
    }

    private static byte[] read(@Nullable InputStream body) throws IOException {
        try (body) {
            return body == null ? new byte[0] : body.readAllBytes();
        }
    }

    /// Milliseconds of each, one after another: so many, or as many as there is time for.
    Map<String, Object> times(Iterator<String> paths, int most, int seconds) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var micros = LongStream.builder();
        for (int i = 0; i < most && System.nanoTime() < end; i++) {
            var path = paths.next();
            long start = System.nanoTime();
            get(path);
            micros.add((System.nanoTime() - start) / 1_000);
        }
        return new Percentiles(micros.build().toArray()).summary();
    }
}
