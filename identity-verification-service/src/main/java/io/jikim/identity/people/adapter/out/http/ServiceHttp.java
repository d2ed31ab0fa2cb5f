package io.jikim.identity.people.adapter.out.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends JSON with this service's own token.
@ApplicationScoped
public class ServiceHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final TokensHelper tokens = new TokensHelper();
    private final OidcClient account;
    private final ObjectMapper json;

    ServiceHttp(OidcClient account, ObjectMapper json) {
        this.account = account;
        this.json = json;
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /// Whatever the other side answers; `body` is written as JSON where there is one.
    ///
    /// @throws IOException if there is no answer, or no token to ask with
    public HttpResponse<String> send(
            String method, URI uri, Map<String, String> headers, @Nullable Object body)
            throws IOException {
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token())
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json.writeValueAsString(body)));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private String token() throws IOException {
        try {
            return tokens.getTokens(account).await().atMost(PATIENCE).getAccessToken();
        } catch (RuntimeException e) {
            throw new IOException("There is no token to be had", e);
        }
    }
}
