package io.jikim.example.newsletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Jikim's retention-service over REST: register once, and ask who a `subjectRef` is.
class Retention {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Settings settings;

    Retention(Settings settings) {
        this.settings = settings;
    }

    /// Registers this service as a participant of its tenant; the same registration again changes
    /// nothing.
    void register(String publicKey) throws IOException, InterruptedException {
        var body =
                Map.of(
                        "name",
                        Settings.NAME,
                        "publicKey",
                        publicKey,
                        "categories",
                        List.of(Newsletter.CATEGORY));
        var key = UUID.nameUUIDFromBytes(publicKey.getBytes(StandardCharsets.UTF_8));
        var response =
                send(
                        request("/v1/participants")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key.toString())
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (response.statusCode() / 100 != 2) {
            throw new IOException("Registering was answered with " + response.statusCode());
        }
    }

    /// What Jikim says about the person of a case.
    sealed interface Identifiers {
        /// This service's own id of the person.
        record Known(String userId) implements Identifiers {}

        /// Identity has not said yet: ask again.
        record NotYet() implements Identifiers {}

        /// The case is over, or none of this service's: nothing is owed.
        record Over() implements Identifiers {}
    }

    /// Who the person of a case is; every answer that names her leaves an access record.
    Identifiers of(UUID caseId) throws IOException, InterruptedException {
        var response =
                send(
                        request("/v1/erasures/" + caseId + "/identifiers")
                                .header("Jikim-Reason", "ERASURE")
                                .GET());
        return switch (response.statusCode()) {
            case 200 ->
                    new Identifiers.Known(
                            JSON.readTree(response.body()).path("externalId").asText());
            case 409 -> new Identifiers.NotYet();
            case 404, 410 -> new Identifiers.Over();
            default ->
                    throw new IOException(
                            "Identifiers were answered with " + response.statusCode());
        };
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(settings.retention().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws IOException, InterruptedException {
        var login = settings.login();
        var form =
                "grant_type=client_credentials&client_id="
                        + encode(login.clientId())
                        + "&client_secret="
                        + encode(login.secret());
        var response =
                send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                login.issuer() + "/protocol/openid-connect/token"))
                                .timeout(Duration.ofSeconds(10))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        JsonNode token = JSON.readTree(response.body()).path("access_token");
        if (!token.isTextual()) {
            throw new IOException("The login was answered with " + response.statusCode());
        }
        return token.asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
