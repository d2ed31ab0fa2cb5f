package io.jikim.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// One service as one caller sees it over REST.
public final class Api {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final URI service;
    private final Supplier<String> token;

    Api(URI service, Supplier<String> token) {
        this.service = service;
        this.token = token;
    }

    /// What came back; `json` is missing where the body is none.
    public record Answer(int status, String text, JsonNode json) {

        /// @throws StoryBroken naming what was answered instead
        public Answer expect(int expected, String what) {
            if (status != expected) {
                throw new StoryBroken(
                        what + ": expected " + expected + ", got " + status + " " + text);
            }
            return this;
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, Object body, String... headers) {
        return post(path, "application/json", text(body), headers);
    }

    public Answer post(String path, String contentType, String body, String... headers) {
        return send(write(path, contentType, headers).POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, Object body, String... headers) {
        return send(
                write(path, "application/json", headers).PUT(BodyPublishers.ofString(text(body))));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder write(String path, String contentType, String... headers) {
        var request = request(path, headers).header("Content-Type", contentType);
        return List.of(headers).contains("Idempotency-Key")
                ? request
                : request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(service + path)).timeout(Duration.ofSeconds(30));
        var bearer = token.get();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var body = response.body();
            return new Answer(response.statusCode(), body, json(body));
        } catch (IOException e) {
            throw new StoryBroken(request.build().uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.startsWith("{") || body.startsWith("[")
                    ? JSON.readTree(body)
                    : MissingNode.getInstance();
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
