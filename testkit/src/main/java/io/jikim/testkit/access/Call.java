package io.jikim.testkit.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// One request to an operation: it gives a reason and an idempotency key unless a header says
/// otherwise.
public record Call(
        ApiOperation operation,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<String> body) {

    Call(ApiOperation operation) {
        this(operation, Map.of(), Map.of(), given(operation), Optional.empty());
    }

    private static Map<String, String> given(ApiOperation operation) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Jikim-Reason", "ACCESS_TEST");
        if (operation.writes()) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        operation.body().ifPresent(type -> headers.put("Content-Type", type));
        return headers;
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
