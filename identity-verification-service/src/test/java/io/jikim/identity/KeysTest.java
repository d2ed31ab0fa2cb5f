package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOpened.Scope;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.KeySuspended;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.testkit.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/// What becomes of profiles when their keys are away, and of keys when an erasure begins.
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class KeysTest {

    private static final Place PLACE = new Place("person_item", "value", "row-1");

    private final Desk desk = Desk.open();
    private final String address = Desk.address();

    @Inject SubjectKeys keys;

    @Test
    void D_without_the_key_database_no_profile_opens_nothing_is_stored_and_the_rest_lives()
            throws SQLException {
        var ref = desk.registered(address);
        var verification = desk.start(ref);
        var key = UUID.randomUUID().toString();
        lock(true);
        try {
            in(() -> keys.evict(ref));

            desk.profile(ref)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", not(Matchers.emptyOrNullString()))
                    .body("code", equalTo("keys-unavailable"))
                    .body(not(Matchers.containsString("Marker-Ada")));
            register(key).then().statusCode(503);
            assertThat(Desk.count("person", "tenant = '" + desk.tenant() + "'")).isEqualTo(1);
            assertThat(Desk.count("idempotency", "key = '" + key + "'")).isZero();

            desk.as("STAFF").get("/v1/people").then().statusCode(200);
            desk.as("STAFF").get("/v1/verifications/" + verification).then().statusCode(200);
            io.restassured.RestAssured.get("/q/health/live").then().statusCode(200);
        } finally {
            lock(false);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        desk.profile(ref)
                                .then()
                                .statusCode(200)
                                .body("items.first-name", equalTo("Marker-Ada")));
        register(key).then().statusCode(201);
    }

    @Test
    void D_a_key_in_use_is_forgotten_as_soon_as_an_erasure_is_opened() {
        var ref = desk.registered(address);
        var name = KeyName.open(ref, "profile");
        byte[] sealed =
                TenantScope.call(
                        new Tenant(desk.tenant()), () -> keys.seal(name, PLACE, new byte[] {1}));
        in(() -> keys.open(name, PLACE, sealed));

        Bus.say(
                desk.tenant(),
                "/retention-service",
                new ErasureOpened(
                        UUID.randomUUID(),
                        ref,
                        Scope.MEMBERSHIP,
                        null,
                        List.of("identity-verification-service", "identity-provider"),
                        Instant.now(),
                        Instant.now().plusSeconds(3600)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.profile(ref).then().statusCode(409));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThatThrownBy(() -> in(() -> keys.open(name, PLACE, sealed)))
                                .isInstanceOf(KeySuspended.class));
    }

    private io.restassured.response.Response register(String key) {
        return desk.as("STAFF")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(
                        Map.of(
                                "kind",
                                "USER",
                                "externalId",
                                "late",
                                "items",
                                Map.of("email", address)))
                .post("/v1/people");
    }

    private void in(Runnable work) {
        TenantScope.run(new Tenant(desk.tenant()), work);
    }

    /// Lets nobody into the key database, as if it were away, while the service's own lives.
    private static void lock(boolean closed) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("identity"));
                var statement = connection.createStatement()) {
            statement.execute("alter database keys with allow_connections " + !closed);
            if (closed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = 'keys'");
            }
        }
    }
}
