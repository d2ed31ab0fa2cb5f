package io.jikim.testkit.tokens;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;

/// An OIDC provider with the paths of Keycloak's realm `jikim`: discovery, keys, and tokens for
/// service accounts whose secret is their name with `-secret`.
public final class OidcProvider {
    private static final String PROPERTY = "io.jikim.testkit.oidc";
    private static final String REALM = "/realms/jikim";

    private final String issuer;

    private OidcProvider(String issuer) {
        this.issuer = issuer;
    }

    /// The one provider of this JVM; every copy of this class that Quarkus loads finds the same.
    public static OidcProvider shared() {
        synchronized (System.getProperties()) {
            var known = System.getProperty(PROPERTY);
            if (known == null) {
                known = serve();
                System.setProperty(PROPERTY, known);
            }
            return new OidcProvider(known);
        }
    }

    /// What `iss` says in every token, and where discovery starts.
    public String issuer() {
        return issuer;
    }

    private static String serve() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = "http://localhost:%d%s".formatted(server.getAddress().getPort(), REALM);
            server.setExecutor(
                    Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
            server.createContext(
                    REALM + "/.well-known/openid-configuration",
                    exchange -> answer(exchange, 200, discovery(issuer)));
            server.createContext(
                    REALM + "/protocol/openid-connect/certs",
                    exchange -> answer(exchange, 200, keys()));
            server.createContext(REALM + "/protocol/openid-connect/token", OidcProvider::token);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String discovery(String issuer) {
        return """
        {"issuer":"%1$s","jwks_uri":"%1$s/protocol/openid-connect/certs",
         "token_endpoint":"%1$s/protocol/openid-connect/token",
         "authorization_endpoint":"%1$s/protocol/openid-connect/auth",
         "userinfo_endpoint":"%1$s/protocol/openid-connect/userinfo",
         "introspection_endpoint":"%1$s/protocol/openid-connect/token/introspect",
         "response_types_supported":["code"],"subject_types_supported":["public"],
         "id_token_signing_alg_values_supported":["RS256"]}
        """
                .formatted(issuer);
    }

    private static String keys() {
        var key = (RSAPublicKey) SigningKey.shared().getPublic();
        return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
        """
                .formatted(
                        SigningKey.ID,
                        unsigned(key.getModulus()),
                        unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var start = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    private static void token(HttpExchange exchange) throws IOException {
        var form =
                Form.parse(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var client = credentials(exchange, form);
        if (!client.getValue().equals(client.getKey() + "-secret")
                || !"client_credentials".equals(form.get("grant_type"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        var token = TestTokens.forService(client.getKey()).token();
        answer(
                exchange,
                200,
                "{\"access_token\":\"%s\",\"expires_in\":300,\"token_type\":\"Bearer\"}"
                        .formatted(token));
    }

    private static Map.Entry<String, String> credentials(
            HttpExchange exchange, Map<String, String> form) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return Map.entry(
                    form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        }
        var pair =
                new String(
                                Base64.getDecoder().decode(header.substring("Basic ".length())),
                                StandardCharsets.UTF_8)
                        .split(":", 2);
        return Map.entry(
                URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
