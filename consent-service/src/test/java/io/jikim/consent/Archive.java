package io.jikim.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Stands where the retention service is: takes deposits over HTTP, or is away.
public class Archive implements QuarkusTestResourceLifecycleManager {

    private static final String PROPERTY = "io.jikim.consent.archive.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpServer server;

    /// A deposit as it came in.
    public record Deposit(String key, String authorization, JsonNode body) {}

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/archive/records", Archive::take);
            server.start();
            return Map.of(
                    "JIKIM_RETENTION_URL", "http://localhost:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public static void away(boolean away) {
        System.setProperty(PROPERTY + "away", Boolean.toString(away));
    }

    /// From now on what this tenant deposits is refused for ever, as it would be for a wrong rule.
    public static void refuse(String tenant) {
        System.setProperty(PROPERTY + tenant + ".refused", "true");
    }

    /// What this tenant's cases have deposited, in order.
    public static synchronized List<Deposit> deposits(String tenant) {
        var deposits = new ArrayList<Deposit>();
        System.getProperty(PROPERTY + tenant, "")
                .lines()
                .map(Archive::deposit)
                .forEach(deposits::add);
        return deposits;
    }

    private static synchronized void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            boolean away = Boolean.getBoolean(PROPERTY + "away");
            boolean refused =
                    Boolean.getBoolean(
                            PROPERTY
                                    + exchange.getRequestHeaders().getFirst("Jikim-Tenant")
                                    + ".refused");
            if (!away && !refused) {
                var headers = exchange.getRequestHeaders();
                var line =
                        JSON.writeValueAsString(
                                new Deposit(
                                        headers.getFirst("Idempotency-Key"),
                                        headers.getFirst("Authorization"),
                                        body));
                var property = PROPERTY + headers.getFirst("Jikim-Tenant");
                System.setProperty(property, System.getProperty(property, "") + line + "\n");
            }
            var answer = "[]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 422 : away ? 503 : 201, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /// Kept as text in system properties, because Quarkus loads this class more than once.
    private static Deposit deposit(String line) {
        try {
            return JSON.readValue(line, Deposit.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
