package io.jikim.testkit.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// One request to an operation: it gives a reason and an idempotency key, and comes from a client
/// of its own, unless a header says otherwise.
public record Call(
        ApiOperation operation,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<String> body) {

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    Call(ApiOperation operation) {
        this(operation, Map.of(), Map.of(), given(operation), Optional.empty());
    }

    private static Map<String, String> given(ApiOperation operation) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Jikim-Reason", "ACCESS_TEST");
        headers.put("X-Forwarded-For", client());
        if (operation.writes()) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        operation.body().ifPresent(type -> headers.put("Content-Type", type));
        return headers;
    }

    /// Of a network that is set aside for measurements (RFC 2544).
    private static String client() {
        int number = CLIENTS.incrementAndGet() % 0x20000;
        return "198.%d.%d.%d".formatted(18 + (number >> 16), number >> 8 & 0xff, number & 0xff);
    }

    public Call path(String name, Object value) {
        return new Call(operation, with(path, name, value), query, headers, body);
    }

    public Call query(String name, Object value) {
        return new Call(operation, path, with(query, name, value), headers, body);
    }

    public Call header(String name, Object value) {
        return new Call(operation, path, query, with(headers, name, value), body);
    }

    public Call without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Call(operation, path, query, fewer, body);
    }

    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Call body(String text) {
        return new Call(operation, path, query, headers, Optional.of(text));
    }

    String target() {
        var target = operation.path();
        for (var value : path.entrySet()) {
            target = target.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        return query.isEmpty()
                ? target
                : query.entrySet().stream()
                        .map(value -> value.getKey() + "=" + encoded(value.getValue()))
                        .collect(Collectors.joining("&", target + "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> with(Map<String, String> known, String name, Object value) {
        var changed = new LinkedHashMap<>(known);
        changed.put(name, value.toString());
        return changed;
    }
}
