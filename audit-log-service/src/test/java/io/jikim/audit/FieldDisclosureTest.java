package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.audit.domain.Leaf;
import io.jikim.audit.domain.Secret;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.jikim.verifier.Verify;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class FieldDisclosureTest {
    @Inject Bus bus;
    @Inject SigningKeys keys;

    @TempDir Path directory;

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID her = UUID.randomUUID();

    @Test
    void exactly_the_fields_that_are_named_are_shown_and_a_stranger_can_verify_them()
            throws IOException {
        var shown = prove(told(), "actor,time").then().statusCode(200).extract().response();

        assertThat(shown.jsonPath().getMap("entry.disclosed").keySet())
                .isEqualTo(Set.of("actor", "time"));
        assertThat(shown.asString())
                .contains("staff-1")
                .doesNotContain("203.0.113.7", her.toString(), "CUSTOMER_REQUEST", tenant);
        assertThat(verified(shown.asByteArray()))
                .contains(
                        "holds  disclosed: actor is \"staff-1\"",
                        "holds  disclosed: time is \"2026-11-24T01:02:03.456789Z\"",
                        "holds  not disclosed: action, event, from, places, position, reason,")
                .doesNotContain("FAILS");
    }

    /// Neither the salts that are shown nor anything else in the answer opens what is not.
    @Test
    void nobody_finds_what_is_not_named_by_trying_everything() {
        var event = told();
        var shown = prove(event, "actor,time").jsonPath();
        var leaf = Base64.getDecoder().decode(shown.getString("entry.leaf"));
        Map<String, Map<String, String>> disclosed = shown.getMap("entry.disclosed");
        var salts = new ArrayList<byte[]>();
        disclosed
                .values()
                .forEach(field -> salts.add(Base64.getDecoder().decode(field.get("salt"))));
        salts.add(new byte[Secret.SALT_LENGTH]);
        salts.add(Arrays.copyOf(leaf, Secret.SALT_LENGTH));

        assertThat(found(leaf, salts)).isFalse();
        var all = prove(event, "from").jsonPath().getString("entry.disclosed.from.salt");
        assertThat(found(leaf, List.of(Base64.getDecoder().decode(all)))).isTrue();
    }

    @Test
    void a_field_that_the_entry_has_not_is_refused_and_the_ones_it_has_are_named() {
        var event = told();
        for (var fields : List.of("actor,colour", "actor,", "Actor", "note", "actor, time")) {
            prove(event, fields)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("field-unknown"))
                    .body("detail", containsString("action, actor, event, from"));
        }
        prove(event, "actor,actor").then().statusCode(200);
        prove(UUID.randomUUID(), "actor").then().statusCode(404);
    }

    @Test
    void who_looked_at_whom_wants_the_permission_and_a_reason_and_leaves_a_record() {
        var event = told();
        service()
                .queryParam("fields", "actor")
                .get("/v1/log/proofs/" + event)
                .then()
                .statusCode(403);
        auditor()
                .queryParam("fields", "actor")
                .get("/v1/log/proofs/" + event)
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"));

        service()
                .queryParam("fields", "time")
                .get("/v1/log/proofs/" + event)
                .then()
                .statusCode(200)
                .body("entry.disclosed.size()", equalTo(1));
        auditor()
                .queryParam("fields", "type,time")
                .get("/v1/log/proofs/" + event)
                .then()
                .statusCode(200);
        assertThat(proofs()).isZero();

        prove(event, "time,reason").then().statusCode(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> proofs() == 1);
    }

    /// Whether one of these salts makes the leaf's commitment of one of 2^16 addresses.
    private static boolean found(byte[] leaf, List<byte[]> salts) {
        var hex = HexFormat.of().formatHex(leaf);
        return IntStream.range(0, 1 << 16)
                .mapToObj(host -> "203.0." + (host >> 8) + "." + (host & 0xff))
                .flatMap(address -> salts.stream().map(salt -> Leaf.commit("from", salt, address)))
                .anyMatch(guess -> hex.contains(guess.toString()));
    }

    private UUID told() {
        var event = bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", her));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Stored.number("select count(*) from entry where event_id = '" + event + "'")
                                == 1);
        return event;
    }

    private long proofs() {
        return Stored.number(
                "select count(*) from disclosure where action = 'PROVE' and tenant = '"
                        + tenant
                        + "'");
    }

    private Response prove(UUID event, String fields) {
        return auditor()
                .header("Jikim-Reason", "COURT_ORDER")
                .queryParam("fields", fields)
                .get("/v1/log/proofs/" + event);
    }

    private String verified(byte[] proof) throws IOException {
        var file = Files.write(directory.resolve("proof.json"), proof).toString();
        var pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder().encodeToString(keys.verifier("log").spki())
                        + "\n-----END PUBLIC KEY-----\n";
        var key = Files.writeString(directory.resolve("log.pub.pem"), pem);
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(Verify.run(List.of(file, "--log-key", key.toString()), out, out))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private io.restassured.specification.RequestSpecification auditor() {
        return given().auth()
                .oauth2(
                        TestTokens.forTenant(tenant)
                                .withRoles("AUDITOR")
                                .withSubject("auditor-1")
                                .token());
    }

    private io.restassured.specification.RequestSpecification service() {
        return given().auth()
                .oauth2(TestTokens.forService("retention-service").token())
                .header("Jikim-Tenant", tenant);
    }
}
