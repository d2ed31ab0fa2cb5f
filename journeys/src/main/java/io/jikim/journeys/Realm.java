package io.jikim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The identity provider, as its administrator and as people who log in; gives a fresh tenant its
/// people and its participant's account.
final class Realm {

    private static final long TOKEN_LIFE_NANOS = 60_000_000_000L;

    private final Stage stage;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, long end) {}

    Realm(Stage stage) {
        this.stage = stage;
    }

    /// A person of the tenant, or of none (`""`), with one role, who logs in with her name as
    /// password.
    void addPerson(String name, String tenant, String role) {
        var admin = admin();
        admin.post(
                        "/users",
                        Map.of(
                                "username",
                                name,
                                "enabled",
                                true,
                                "firstName",
                                "Demo",
                                "lastName",
                                role,
                                "email",
                                name + "@staff.example",
                                "emailVerified",
                                true,
                                "attributes",
                                tenant.isEmpty() ? Map.of() : Map.of("tenant", List.of(tenant)),
                                "credentials",
                                List.of(
                                        Map.of(
                                                "type",
                                                "password",
                                                "value",
                                                name,
                                                "temporary",
                                                false))))
                .expect(201, "the account of " + name);
        grant(admin, userId(admin, name), role);
    }

    /// The client-credentials account of an internal service of the tenant; returns its secret.
    String addParticipant(String clientId, String tenant) {
        var admin = admin();
        var secret = UUID.randomUUID().toString();
        admin.post(
                        "/clients",
                        Map.of(
                                "clientId",
                                clientId,
                                "secret",
                                secret,
                                "serviceAccountsEnabled",
                                true,
                                "standardFlowEnabled",
                                false,
                                "protocolMappers",
                                List.of(
                                        mapper(
                                                "tenant",
                                                "oidc-hardcoded-claim-mapper",
                                                Map.of(
                                                        "claim.name", "tenant",
                                                        "claim.value", tenant,
                                                        "jsonType.label", "String",
                                                        "access.token.claim", "true")),
                                        mapper(
                                                "audience",
                                                "oidc-audience-mapper",
                                                Map.of(
                                                        "included.custom.audience",
                                                                "retention-service",
                                                        "access.token.claim", "true")))))
                .expect(201, "the client " + clientId);
        var client = admin.get("/clients?clientId=" + encode(clientId)).json().get(0);
        var account =
                admin.get("/clients/" + client.get("id").asText() + "/service-account-user")
                        .json()
                        .get("id")
                        .asText();
        grant(admin, account, "PARTICIPANT");
        return secret;
    }

    /// Whether an account of this name exists.
    boolean knows(String username) {
        return !admin().get("/users?exact=true&username=" + encode(username)).json().isEmpty();
    }

    /// A bearer token of a person, as the admin portal would get it.
    String tokenOf(String person) {
        return tokens.compute(
                        person,
                        (name, known) ->
                                known != null && System.nanoTime() < known.end()
                                        ? known
                                        : token(
                                                stage.uri("JIKIM_OIDC_URL"),
                                                "grant_type=password&client_id=portal&username="
                                                        + encode(name)
                                                        + "&password="
                                                        + encode(name)))
                .value();
    }

    private Api admin() {
        var base = stage.get("JIKIM_OIDC_URL").replaceFirst("/realms/.*$", "");
        var form =
                "grant_type=password&client_id=admin-cli&username="
                        + encode(stage.getOr("JIKIM_OIDC_ADMIN_USER", "admin"))
                        + "&password="
                        + encode(stage.getOr("JIKIM_OIDC_ADMIN_PASSWORD", "admin"));
        var token =
                tokens.compute(
                        " admin",
                        (_, known) ->
                                known != null && System.nanoTime() < known.end()
                                        ? known
                                        : token(URI.create(base + "/realms/master"), form));
        return new Api(stage.uri("JIKIM_OIDC_ADMIN_URL"), token::value);
    }

    private static Token token(URI realm, String form) {
        var token =
                new Api(realm, () -> "")
                        .post(
                                "/protocol/openid-connect/token",
                                "application/x-www-form-urlencoded",
                                form)
                        .expect(200, "a login at " + realm);
        return new Token(
                token.json().get("access_token").asText(),
                System.nanoTime() + TOKEN_LIFE_NANOS / 2);
    }

    private static void grant(Api admin, String user, String role) {
        JsonNode wanted = admin.get("/roles/" + role).expect(200, "the role " + role).json();
        admin.post("/users/" + user + "/role-mappings/realm", List.of(wanted))
                .expect(204, "granting " + role);
    }

    private static String userId(Api admin, String name) {
        return admin.get("/users?exact=true&username=" + encode(name))
                .json()
                .get(0)
                .get("id")
                .asText();
    }

    private static Map<String, Object> mapper(
            String name, String type, Map<String, String> config) {
        return Map.of(
                "name", name,
                "protocol", "openid-connect",
                "protocolMapper", type,
                "config", config);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
