package io.jikim.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// The test stack, and beside it a retention-service that takes deposits and an identity provider
/// with users; both can be sent away.
public class Neighbours implements QuarkusTestResourceLifecycleManager {

    private static final String PROPERTY = "io.jikim.identity.neighbours";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack = new Stack();

    /// What they hold: `deposit/<case>`, `archive/<case>`, `user/<name>`, and `away/retention`,
    /// `away/provider`. `collides/<name>` is the answer to the next change of that account, of a
    /// provider that is at another change of it; `goes/<name>` deletes it when it has been found
    /// once more. Quarkus loads this class more than once, so it is kept where every copy finds it.
    @SuppressWarnings("unchecked")
    static Map<String, String> state() {
        synchronized (System.getProperties()) {
            return (Map<String, String>)
                    System.getProperties()
                            .computeIfAbsent(
                                    PROPERTY, _ -> new ConcurrentHashMap<String, String>());
        }
    }

    @Override
    public Map<String, String> start() {
        var values = new LinkedHashMap<>(stack.start());
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(
                    Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
            server.createContext("/v1/erasures/", Neighbours::deposit);
            server.createContext("/v1/archive/records", Neighbours::archive);
            server.createContext("/admin/users", Neighbours::users);
            server.start();
            var address = "http://localhost:" + server.getAddress().getPort();
            values.put("JIKIM_RETENTION_URL", address);
            values.put("JIKIM_OIDC_ADMIN_URL", address + "/admin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    @Override
    public void stop() {
        stack.stop();
    }

    private static void deposit(HttpExchange exchange) throws IOException {
        take(exchange, _ -> "deposit/" + exchange.getRequestURI().getPath().split("/")[3]);
    }

    private static void archive(HttpExchange exchange) throws IOException {
        take(exchange, body -> "archive/" + body.path("caseId").asText());
    }

    private static void take(HttpExchange exchange, Function<JsonNode, String> name)
            throws IOException {
        if (state().containsKey("away/retention")) {
            answer(exchange, 503, "{}");
            return;
        }
        var headers = exchange.getRequestHeaders();
        var body = body(exchange);
        if (headers.getFirst("Authorization") == null
                || headers.getFirst("Idempotency-Key") == null
                || headers.getFirst("Jikim-Tenant") == null) {
            answer(exchange, 401, "{}");
            return;
        }
        state().put(name.apply(JSON.readTree(body)), body);
        answer(exchange, 201, "{}");
    }

    private static void users(HttpExchange exchange) throws IOException {
        if (state().containsKey("away/provider")) {
            answer(exchange, 503, "{}");
            return;
        }
        var path = exchange.getRequestURI().getPath().substring("/admin/users".length());
        var name = path.isEmpty() ? "" : path.split("/")[1];
        var collision =
                exchange.getRequestMethod().equals("GET")
                        ? null
                        : state().remove("collides/" + name);
        if (collision != null) {
            answer(exchange, Integer.parseInt(collision), "{}");
            return;
        }
        switch (exchange.getRequestMethod() + " " + path.replace("/" + name, "/{id}")) {
            case "POST " -> create(exchange);
            case "GET " -> find(exchange);
            case "GET /{id}" -> {
                var user = state().get("user/" + name);
                answer(exchange, user == null ? 404 : 200, user == null ? "{}" : user);
            }
            case "PUT /{id}" -> {
                var body = body(exchange);
                var user = state().computeIfPresent("user/" + name, (_, _) -> body);
                answer(exchange, user == null ? 404 : 204, "");
            }
            case "DELETE /{id}" -> {
                state().remove("user/" + name);
                answer(exchange, 204, "");
            }
            case "GET /{id}/role-mappings/realm/available" ->
                    answer(exchange, 200, "[{\"id\":\"r\",\"name\":\"DATA_SUBJECT\"}]");
            case "POST /{id}/role-mappings/realm", "POST /{id}/logout" -> answer(exchange, 204, "");
            default -> answer(exchange, 404, "{}");
        }
    }

    private static void create(HttpExchange exchange) throws IOException {
        var body = body(exchange);
        var name = JSON.readTree(body).path("username").asText();
        var known = state().putIfAbsent("user/" + name, body);
        answer(exchange, known == null ? 201 : 409, "");
    }

    private static void find(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var name = query.substring(query.indexOf("username=") + "username=".length());
        var found = state().containsKey("user/" + name) ? List.of(Map.of("id", name)) : List.of();
        if (state().remove("goes/" + name) != null) {
            state().remove("user/" + name);
        }
        answer(exchange, 200, JSON.writeValueAsString(found));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
