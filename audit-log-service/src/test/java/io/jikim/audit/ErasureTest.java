package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOpened.Scope;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class ErasureTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Inject Bus bus;

    private final String tenant = "e-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID subject = UUID.randomUUID();
    private final UUID erasure = UUID.randomUUID();

    @Test
    void access_records_of_an_erased_person_stay_flagged_under_their_own_law() {
        var event = bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", subject));
        await().until(() ->
                Stored.number("select count(*) from entry where event_id = '" + event + "'") == 1);

        bus.tell(tenant, opened(Scope.MEMBERSHIP));
        bus.tell(tenant, ordered(Scope.MEMBERSHIP));

        assertThat(acknowledgement("FROZEN").path("results")).isEmpty();
        var kept = acknowledgement("DONE").path("results").path(0);
        assertThat(kept.path("category").asText()).isEqualTo("access-records");
        assertThat(kept.path("disposition").asText()).isEqualTo("RETAIN");
        assertThat(kept.path("count").asLong()).isEqualTo(1);
        assertThat(kept.path("basis").asText()).contains("Art. 8");
        assertThat(kept.path("until").asText()).isEqualTo(oneYearFromToday());
        given().auth()
                .oauth2(TestTokens.forTenant(tenant).withRoles("AUDITOR").token())
                .header("Jikim-Reason", "INSPECTION")
                .queryParam("subjectRef", subject)
                .get("/v1/access-records")
                .then()
                .body("items[0].restricted", equalTo(true));
    }

    @Test
    void a_clock_that_is_wrong_neither_shortens_nor_lengthens_the_period() {
        recorded(Instant.parse("1999-01-01T00:00:00Z"));
        recorded(Instant.parse("2099-01-01T00:00:00Z"));

        bus.tell(tenant, ordered(Scope.MEMBERSHIP));

        assertThat(acknowledgement("DONE").path("results").path(0).path("until").asText())
                .isEqualTo(oneYearFromToday());
    }

    @Test
    void a_later_round_says_how_many_stay_by_then() {
        recorded(NOON);
        bus.tell(tenant, ordered(Scope.MEMBERSHIP, 1));
        assertThat(acknowledgement("DONE").path("results")).hasSize(1);

        recorded(NOON.plusSeconds(60));
        bus.tell(tenant, ordered(Scope.MEMBERSHIP, 2));

        var results = acknowledgement("DONE", 2).path("results");
        assertThat(results).hasSize(1);
        assertThat(results.path(0).path("count").asLong()).isEqualTo(2);
    }

    @Test
    void who_withdraws_one_purpose_is_not_restricted() {
        bus.tell(tenant, opened(Scope.PURPOSE));
        bus.tell(tenant, ordered(Scope.PURPOSE));

        assertThat(acknowledgement("DONE").path("results")).isEmpty();
        assertThat(
                        Stored.number(
                                "select count(*) from restricted_subject where subject = '"
                                        + subject
                                        + "'"))
                .isZero();
    }

    /// Counted from the day on which the log took the newest record in.
    private String oneYearFromToday() {
        return Stored.text(
                "select ((signed_at at time zone 'Asia/Seoul')::date + interval '1 year')::date from checkpoint"
                        + " where size > (select max(index) from access_subject where subject = '"
                        + subject
                        + "') order by size limit 1");
    }

    private ErasureOpened opened(Scope scope) {
        return new ErasureOpened(
                erasure,
                subject,
                scope,
                scope == Scope.PURPOSE ? "marketing" : null,
                List.of("audit-log-service"),
                NOON,
                NOON.plus(Duration.ofDays(5)));
    }

    private ErasureOrdered ordered(Scope scope) {
        return ordered(scope, 1);
    }

    private ErasureOrdered ordered(Scope scope, int round) {
        return new ErasureOrdered(erasure, subject, round, scope, List.of(), NOON);
    }

    private void recorded(Instant at) {
        var event = bus.tell(tenant, bus.accessAt(at, tenant, "staff-1", "203.0.113.7", subject));
        await().until(() ->
                Stored.number("select count(*) from entry where event_id = '" + event + "'") == 1);
    }

    /// As it is in the log: what this service says comes back to it over the bus.
    private JsonNode acknowledgement(String phase) {
        return acknowledgement(phase, 1);
    }

    private JsonNode acknowledgement(String phase, int round) {
        var sql =
                "select fields::jsonb ->> 'data' from disclosure where tenant = '"
                        + tenant
                        + "' and fields like '%erasure.acknowledged%'";
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Stored.texts(sql).stream()
                                        .map(ErasureTest::json)
                                        .map(j -> j.path("acknowledgement"))
                                        .filter(a -> a.path("phase").asText().equals(phase))
                                        .filter(a -> a.path("round").asInt() == round)
                                        .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
