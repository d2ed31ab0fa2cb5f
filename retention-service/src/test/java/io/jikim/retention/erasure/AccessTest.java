package io.jikim.retention.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.contracts.MembershipTerminated;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.testkit.access.AccessContract;
import io.jikim.testkit.access.Call;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class AccessTest extends AccessContract {
    private static @Nullable Theirs known;

    @Inject SigningKeys keys;

    AccessTest() {
        super("retention-service");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected Theirs theirs() {
        var theirs = known;
        if (theirs == null) {
            theirs = made("t-" + UUID.randomUUID().toString().substring(0, 8));
            known = theirs;
        }
        return theirs;
    }

    /// A case with an identifier, a hold, and a record in the archive.
    private Theirs made(String code) {
        var her = UUID.randomUUID();
        var others = new OtherServices(code, keys);
        others.publishPolicy();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> send(as("AUDITOR", code, call("GET /v1/rules"))).status() == 200);
        var placed = call("POST /v1/holds").body(hold(her));
        var answer = send(as("HOLD_CUSTODIAN", code, placed));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var hold = id(answer.json().path("id").asText());
        var registered = call("POST /v1/participants").body(newsletter());
        assertThat(send(as("PARTICIPANT", code, registered)).status()).isEqualTo(200);
        others.say(new MembershipTerminated(her, 1, Instant.now()));
        var cases = call("GET /v1/erasures").query("subjectRef", her);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        !send(as("AUDITOR", code, cases)).json().at("/cases/0/id").isMissingNode());
        var erasure = id(send(as("AUDITOR", code, cases)).json().at("/cases/0/id").asText());
        var identifiers =
                call("POST /v1/erasures/{id}/identifiers")
                        .path("id", erasure)
                        .body(
                                "{\"kind\":\"ADMINISTRATOR\",\"externalId\":\"42\",\"locale\":\"en\"}");
        assertThat(send(as("JIKIM_SERVICE", code, identifiers)).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        !send(as("AUDITOR", code, cases))
                                .json()
                                .at("/cases/0/state")
                                .asText()
                                .equals("OPENED"));
        var deposit = call("POST /v1/archive/records").body(deposit(erasure));
        var record =
                id(
                        send(as("PARTICIPANT", code, deposit))
                                .json()
                                .at("/receipts/0/recordId")
                                .asText());
        return new Theirs(
                code,
                List.of(
                        cases,
                        of("GET /v1/erasures/{id}", erasure),
                        of("GET /v1/erasures/{id}/plan", erasure),
                        of("GET /v1/erasures/{id}/certificate", erasure),
                        of("GET /v1/erasures/{id}/identifiers", erasure),
                        identifiers.header("Idempotency-Key", UUID.randomUUID()),
                        call("GET /v1/archive/records").query("subjectRef", her),
                        of("GET /v1/archive/records/{id}", record),
                        deposit.header("Idempotency-Key", UUID.randomUUID()),
                        call("GET /v1/holds").query("subjectRef", her),
                        of("GET /v1/holds/{id}", hold),
                        of("POST /v1/holds/{id}/release", hold)),
                List.of(
                        of("GET /v1/holds/{id}", hold),
                        of("GET /v1/archive/records/{id}", record),
                        of("GET /v1/erasures/{id}/identifiers", erasure),
                        call("GET /v1/archive/records").query("subjectRef", her)));
    }

    private Call of(String line, UUID id) {
        return call(line).path("id", id);
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    private String newsletter() {
        return "{\"name\":\"newsletter\",\"publicKey\":\"%s\",\"categories\":[\"marketing\"]}"
                .formatted(Base64.getEncoder().encodeToString(keys.verifier("log").spki()));
    }

    private static String hold(UUID her) {
        return "{\"subjectRef\":\"%s\",\"categories\":[\"payment-records\"],\"matter\":\"2026-17\"}"
                .formatted(her);
    }

    private static String deposit(UUID erasure) {
        return """
        {"caseId":"%s","records":[{"category":"payment-records","key":"1","legalEventDate":"%s",
         "fields":{"amount":"10"}}]}
        """
                .formatted(erasure, LocalDate.now(java.time.ZoneOffset.UTC).minusYears(1));
    }
}
