package io.jikim.identity.people.adapter.out.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.identity.people.adapter.out.http.ServiceHttp;
import io.jikim.identity.people.application.port.LoginAccounts.ProviderAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The admin API of the realm: an answer that was not expected is a provider that is away.
///
/// Of two changes of one account at the same moment (she gets it, and leaves) the provider fails
/// one with 500 or 400; asked again it does it, and nobody has to wait for the next attempt. All
/// that is asked here may be repeated.
@ApplicationScoped
class RealmAdmin {

    private static final Set<Integer> COLLISION = Set.of(400, 500);

    private final ServiceHttp http;
    private final ObjectMapper json;
    private final String realm;

    RealmAdmin(
            ServiceHttp http,
            ObjectMapper json,
            @ConfigProperty(name = "JIKIM_OIDC_ADMIN_URL") String realm) {
        this.http = http;
        this.json = json;
        this.realm = realm;
    }

    JsonNode get(String path) {
        return read(ask("GET", path, null, Set.of(200)));
    }

    /// Empty where it is not there, or no more.
    Optional<JsonNode> find(String path) {
        var answer = ask("GET", path, null, Set.of(200, 404));
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(answer));
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new ProviderAway("The identity provider gives no JSON", e);
        }
    }

    /// The status, one of `expected`.
    int send(String method, String path, @Nullable Object body, Set<Integer> expected) {
        return ask(method, path, body, expected).statusCode();
    }

    private HttpResponse<String> ask(
            String method, String path, @Nullable Object body, Set<Integer> expected) {
        try {
            var uri = URI.create(realm + path);
            var answer = http.send(method, uri, Map.of(), body);
            if (COLLISION.contains(answer.statusCode())) {
                answer = http.send(method, uri, Map.of(), body);
            }
            if (!expected.contains(answer.statusCode())) {
                throw new ProviderAway("The identity provider answers " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new ProviderAway("The identity provider is away", e);
        }
    }
}
