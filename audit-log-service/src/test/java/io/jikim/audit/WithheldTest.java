package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.platform.messaging.Heartbeats;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Records of accesses that do not reach the log: those that the service makes of its own readers,
/// on their way through its outbox, the broker and back.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class WithheldTest {
    private static final Stored AUDIT = Stored.in("audit");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String HEARTBEAT = "io.jikim.heartbeat.v1";

    @Inject Bus bus;
    @Inject Heartbeats heartbeats;
    @Inject MovableClock clock;
    @Inject MeterRegistry meters;

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final String actor = "auditor-" + UUID.randomUUID();
    private final String stream = "/audit-log-service " + tenant + " " + actor;

    @AfterEach
    void withholds_nothing_more() {
        AUDIT.change("drop trigger if exists withhold on outbox");
        clock.set();
    }

    @Test
    void a_record_taken_from_the_outbox_is_named_until_it_comes() {
        look();
        awaitRecords(1);
        withhold(
                """
                insert into test.withheld select new.*;
                return null;
                """,
                "before");
        look();

        heartbeats.beat();

        assertThat(named()).isEqualTo("1/2");
        assertThat(gauge("jikim.records.missing")).isPositive();
        AUDIT.change("drop trigger withhold on outbox");
        AUDIT.change(
                "insert into outbox overriding system value select * from test.withheld"
                        + " where tenant = '%s'".formatted(tenant));
        await().atMost(SOON).untilAsserted(() -> assertThat(missing()).isNull());
        awaitRecords(2);
    }

    @Test
    void one_that_was_struck_out_and_never_sent_is_named_asked_for_and_comes() {
        withhold(
                """
                with gone as (delete from outbox where id = new.id returning *)
                insert into event_log (event_id, type, dataschema, tenant, subject, topic, source,
                    epoch, sequence, correlation_id, causation_id, traceparent, payload, created_at)
                select event_id, type, dataschema, tenant, subject, topic, source, epoch, sequence,
                    correlation_id, causation_id, traceparent, payload, created_at from gone;
                return null;
                """,
                "after");
        double before =
                meters.counter("jikim.records.missed", "source", "/audit-log-service").count();
        look();
        AUDIT.change("drop trigger withhold on outbox");

        heartbeats.beat();
        awaitSeenMissing();
        clock.advance(GRACE);

        awaitRecords(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(missing()).isNull());
        assertThat(meters.counter("jikim.records.missed", "source", "/audit-log-service").count())
                .isEqualTo(before + 1);
    }

    @Test
    void what_came_and_could_not_be_read_is_not_missed_and_what_never_came_is() {
        var staff = "staff-" + UUID.randomUUID();
        send("io.jikim.access.recorded.v1", staff, "{\"actor\":7}");
        send("io.jikim.access.recorded.v2", staff, "{}");
        bus.tell(tenant, bus.access(tenant, staff, "203.0.113.7", UUID.randomUUID()));

        beatOf(staff, 5);

        await().atMost(SOON)
                .untilAsserted(() -> {
                    clock.advance(GRACE);
                    assertThat(
                                    health().getString(
                                                    "data.'/consent-service %s %s'"
                                                            .formatted(tenant, staff)))
                            .isEqualTo("1/4-5");
                });
        assertThat(
                        given().get("/q/metrics")
                                .asString()
                                .lines()
                                .filter(it -> it.startsWith("jikim_records_missing"))
                                .filter(it -> it.contains("/consent-service")))
                .hasSize(1);
        // the last two come, the second of them twice
        bus.tell(tenant, bus.access(tenant, staff, "203.0.113.7", UUID.randomUUID()));
        bus.tell(tenant, bus.access(tenant, staff, "203.0.113.7", UUID.randomUUID()));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        health().getString(
                                                        "data.'/consent-service %s %s'"
                                                                .formatted(tenant, staff)))
                                .isNull());
    }

    @Test
    void what_is_no_heartbeat_is_kept_aside() {
        for (var body :
                new String[] {
                    "{}",
                    "{\"streams\":[null]}",
                    "{\"streams\":[{\"tenant\":\"t\",\"subject\":\"s\",\"epoch\":1,\"after\":3,\"last\":2}]}",
                    "{\"streams\":[{\"tenant\":\"t\",\"subject\":\"s\",\"epoch\":1,\"after\":0,\"last\":9223372036854775807}]}",
                    "{\"streams\":[{\"tenant\":\"T!\",\"subject\":\"s\",\"epoch\":1,\"after\":0,\"last\":2}]}"
                }) {
            var kept = "select count(*) from set_aside where payload = '%s'".formatted(body);
            long before = Stored.number(kept);

            send(HEARTBEAT, "s", body);

            await().atMost(SOON).until(() -> Stored.number(kept) == before + 1);
        }
    }

    /// The alarm is raised when the grace is over.
    private String named() {
        awaitSeenMissing();
        clock.advance(GRACE);
        await().atMost(SOON).until(() -> missing() != null);
        return missing();
    }

    private void awaitSeenMissing() {
        await().atMost(SOON)
                .until(() ->
                        Stored.number(
                                        "select count(*) from missing_numbers where subject = '%s'"
                                                .formatted(actor))
                                == 1);
    }

    private String missing() {
        return health().getString("data.'" + stream + "'");
    }

    private static JsonPath health() {
        return given().get("/q/health/well")
                .jsonPath()
                .setRootPath("checks.find { it.name == 'records-missing' }");
    }

    private double gauge(String name) {
        return meters.get(name).tag("source", "/audit-log-service").gauge().value();
    }

    private void withhold(String how, String when) {
        AUDIT.change("create schema if not exists test");
        AUDIT.change("create table if not exists test.withheld (like outbox)");
        AUDIT.change(
                """
                create or replace function test.withhold() returns trigger language plpgsql
                security definer set search_path = public as $$ begin %s end $$
                """
                        .formatted(how));
        AUDIT.change(
                """
                create trigger withhold %s insert on outbox for each row
                when (new.tenant = '%s' and new.topic = 'jikim.access-records')
                execute function test.withhold()
                """
                        .formatted(when, tenant));
    }

    /// Leaves a record.
    private void look() {
        given().auth()
                .oauth2(
                        TestTokens.forTenant(tenant)
                                .withRoles("AUDITOR")
                                .withSubject(actor)
                                .token())
                .header("Jikim-Reason", "INSPECTION")
                .queryParam("actor", actor)
                .get("/v1/access-records")
                .then()
                .statusCode(200);
    }

    private void awaitRecords(int count) {
        await().atMost(SOON).until(() -> records() == count);
    }

    private long records() {
        return Stored.number("select count(*) from disclosure where tenant = '" + tenant + "'");
    }

    private void beatOf(String subject, long last) {
        say(
                "-",
                HEARTBEAT,
                subject,
                "{\"streams\":[{\"tenant\":\"%s\",\"subject\":\"%s\",\"epoch\":1,\"after\":0,\"last\":%d}]}"
                        .formatted(tenant, subject, last));
    }

    private void send(String type, String subject, String body) {
        say(tenant, type, subject, body);
    }

    private void say(String code, String type, String subject, String body) {
        bus.send(
                "jikim.access-records",
                code,
                UUID.randomUUID(),
                type,
                subject,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
