package io.jikim.testkit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Sends calls to one running service.
public record Wire(URI service) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /// What came back.
    public record Answer(int status, HttpHeaders headers, String body) {

        public boolean isProblem() {
            return header("Content-Type").startsWith("application/problem+json");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /// The body as JSON; missing where it is none.
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException _) {
                return MissingNode.getInstance();
            }
        }

        /// Status and body without what differs from request to request.
        String essence() {
            var json = json();
            if (json instanceof ObjectNode problem && isProblem()) {
                problem.remove("instance");
                problem.remove("traceId");
            }
            return status + " " + (json.isMissingNode() ? body : json);
        }
    }

    public Answer send(Call call) {
        var request =
                HttpRequest.newBuilder(service.resolve(call.target()))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                call.operation().verb(),
                                call.body()
                                        .map(BodyPublishers::ofString)
                                        .orElseGet(BodyPublishers::noBody));
        call.headers().forEach(request::header);
        return send(request.build());
    }

    public static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
