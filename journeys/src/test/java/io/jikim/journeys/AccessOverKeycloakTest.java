package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.stack.RunningStack;
import io.jikim.testkit.access.AccessMatrix;
import io.jikim.testkit.access.ApiDocument;
import io.jikim.testkit.access.Call;
import io.jikim.testkit.access.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The table of who may what, asked of the packaged services with tokens of the real realm.
class AccessOverKeycloakTest {

    private static final Map<String, String> SERVICES =
            Map.of(
                    "consent-service", "JIKIM_CONSENT_URL",
                    "identity-verification-service", "JIKIM_IDENTITY_URL",
                    "audit-log-service", "JIKIM_AUDIT_URL",
                    "retention-service", "JIKIM_RETENTION_URL");

    private final Stage stage = RunningStack.shared().stage();
    private final Realm realm = new Realm(stage);
    private final AccessMatrix matrix = AccessMatrix.read();
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void AZ1_each_role_of_the_realm_is_answered_as_the_table_says() {
        people().forEach(role -> realm.addPerson(name(role), "access-" + tag, role));

        List<String> wrong = new ArrayList<>();
        for (var row : matrix.rows()) {
            for (var caller : matrix.callers()) {
                var status = status(row, caller);
                if (status != row.of(caller)) {
                    wrong.add(
                            "%s as %s: %d, not %d"
                                    .formatted(row.operation(), caller, status, row.of(caller)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void AN3_what_a_login_tells_the_portal_and_what_another_realm_gives_opens_nothing() {
        realm.addPerson(name("STAFF"), "access-" + tag, "STAFF");
        var login =
                token(
                        stage.uri("JIKIM_OIDC_URL"),
                        "grant_type=password&scope=openid&client_id=portal&username=%1$s&password=%1$s"
                                .formatted(name("STAFF")));
        var master =
                token(
                        URI.create(stage.get("JIKIM_OIDC_URL").replace("/jikim", "/master")),
                        "grant_type=password&client_id=admin-cli&username=admin&password=admin");

        for (var row : matrix.rows()) {
            if (!row.isPublic()) {
                for (var token :
                        List.of(
                                login.json().get("id_token").asText(),
                                login.json().get("refresh_token").asText(),
                                master.json().get("access_token").asText())) {
                    assertThat(send(row, probe(row).bearer(token)).status())
                            .as(row.operation())
                            .isEqualTo(401);
                }
            }
        }
    }

    private List<String> people() {
        return matrix.callers().stream()
                .filter(caller -> !caller.equals(AccessMatrix.NOBODY))
                .toList();
    }

    private int status(AccessMatrix.Row row, String caller) {
        var probe = probe(row);
        return send(
                        row,
                        caller.equals(AccessMatrix.NOBODY)
                                ? probe
                                : probe.bearer(realm.tokenOf(name(caller))))
                .status();
    }

    private static Call probe(AccessMatrix.Row row) {
        return ApiDocument.of(row.service()).operation(row.operation()).probe();
    }

    private Wire.Answer send(AccessMatrix.Row row, Call call) {
        return new Wire(stage.uri(SERVICES.get(row.service()))).send(call);
    }

    private String name(String role) {
        return role.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + tag;
    }

    private static Api.Answer token(URI realm, String form) {
        return new Api(realm, () -> "")
                .post("/protocol/openid-connect/token", "application/x-www-form-urlencoded", form)
                .expect(200, "a login");
    }
}
