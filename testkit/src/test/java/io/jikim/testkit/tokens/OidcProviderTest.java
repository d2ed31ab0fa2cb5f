package io.jikim.testkit.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class OidcProviderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final OidcProvider provider = OidcProvider.shared();

    @Test
    void signs_what_its_published_key_verifies() throws Exception {
        assertThat(verifies(TestTokens.forTenant("ompass").withRoles("STAFF").token())).isTrue();
    }

    @Test
    void publishes_no_key_of_a_stranger() throws Exception {
        assertThat(verifies(TestTokens.forTenant("ompass").signedByAStranger().token())).isFalse();
    }

    @Test
    void gives_a_service_account_its_token() throws Exception {
        var answer = ask("retention-service", "retention-service-secret");

        assertThat(answer.statusCode()).isEqualTo(200);
        var payload = JSON.readTree(answer.body()).path("access_token").asText().split("\\.")[1];
        var claims = JSON.readTree(Base64.getUrlDecoder().decode(payload));
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("JIKIM_SERVICE");
        assertThat(claims.has("tenant")).isFalse();
    }

    @Test
    void refuses_a_wrong_secret() throws Exception {
        assertThat(ask("retention-service", "guessed").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> ask(String client, String secret) throws Exception {
        var basic =
                Base64.getEncoder()
                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(discovered("token_endpoint")))
                        .header("Authorization", "Basic " + basic)
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private boolean verifies(String token) throws Exception {
        var key = get(discovered("jwks_uri")).at("/keys/0");
        var spec = new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
        var parts = token.split("\\.");
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static BigInteger number(JsonNode node) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(node.asText()));
    }

    private String discovered(String name) throws Exception {
        return get(provider.issuer() + "/.well-known/openid-configuration").path(name).asText();
    }

    private JsonNode get(String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
