package io.jikim.platform.messaging;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// Events that a reader has missed, told again by their speaker; here one service is both.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class ReplayTest {

    @Inject Desk desk;
    @Inject Leases leases;
    @Inject Broker broker;
    @Inject MeterRegistry meters;

    private final UUID subject = UUID.randomUUID();

    @Test
    void what_was_lost_on_the_way_is_asked_for_and_comes() {
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        lose("p2", "p3");

        desk.tell(Facts.given(subject, "p4"));

        awaitEffects("p1", "p2", "p3", "p4");
        assertThat(left()).isEmpty();
    }

    @Test
    void a_remark_that_nobody_can_act_on_does_not_stop_the_others()
            throws ExecutionException, InterruptedException {
        double before = passedOver();
        remark("{\"kind\":\"sums\"}");
        remark("{\"kind\":\"sums\",\"source\":\"/x\",\"topic\":\"t\",\"sums\":[null]}");
        remark("{\"kind\":\"sums\",\"source\":\"\\u0000\",\"topic\":\"t\",\"sums\":[]}");
        remark("?");
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        lose("p2");

        desk.tell(Facts.given(subject, "p3"));

        awaitEffects("p1", "p2", "p3");
        assertThat(passedOver()).isEqualTo(before + 4);
    }

    @Test
    void what_the_speaker_does_not_have_any_more_waits_for_a_person() {
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        lose("p2", "p3");
        forget(2);

        desk.tell(Facts.given(subject, "p4"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(left())
                                .containsExactly("3 GAP_UNRECOVERABLE", "4 GAP_UNRECOVERABLE"));
        assertThat(desk.effects("hops", subject)).containsExactly("p1");
    }

    @Test
    void a_subject_told_again_has_no_second_effect_and_keeps_its_ids() {
        desk.tell(Facts.given(subject, "p1"));
        desk.tell(Facts.given(subject, "p2"));
        awaitEffects("p1", "p2");

        String id = replay("{\"subject\":\"%s\"}".formatted(subject)).path("id");

        awaitDone(id, 2);
        var told = Wire.read("jikim.consent", subject.toString(), 4);
        assertThat(told).hasSize(4);
        assertThat(told.stream().map(it -> Wire.header(it, "ce_id")).distinct()).hasSize(2);
        desk.tell(Facts.given(subject, "p3"));
        awaitEffects("p1", "p2", "p3");
    }

    @Test
    void what_was_lost_at_the_end_comes_by_a_replay_of_a_type_and_time() {
        var since = Instant.now().minusSeconds(1);
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        lose("p2");

        String id =
                replay("{\"type\":\"io.jikim.consent.given.v1\",\"since\":\"%s\"}".formatted(since))
                        .path("id");

        awaitEffects("p1", "p2");
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id).path("state").equals("DONE"));
    }

    @Test
    void a_comparison_finds_what_was_lost_at_the_end_and_repairs_it() {
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        lose("p2");

        given().auth()
                .oauth2(operator())
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/ops/reconciliations")
                .then()
                .statusCode(202);

        awaitEffects("p1", "p2");
        var found = given().auth().oauth2(operator()).get("/v1/ops/reconciliations").jsonPath();
        assertThat(
                        found.getInt(
                                "items.find { it.consumer == 'hops' && it.source == '/consent-service' }.behind"))
                .isPositive();
    }

    @Test
    void nobody_tells_everything_again_by_mistake() {
        replay("{}").then().statusCode(400).body("code", equalTo("replay-of-everything"));
        replay("{\"until\":\"tomorrow\"}").then().statusCode(400);
    }

    @Test
    void a_time_that_no_database_holds_is_refused_by_name() {
        for (String time :
                List.of(
                        "+999999999-12-31T23:59:59Z",
                        "+300000-01-01T00:00:00Z",
                        "-999999999-01-01T00:00:00Z")) {
            replay("{\"since\":\"%s\"}".formatted(time))
                    .then()
                    .statusCode(400)
                    .body("errors.path", equalTo(List.of("since")));
            replay("{\"topic\":\"jikim.consent\",\"until\":\"%s\"}".formatted(time))
                    .then()
                    .statusCode(400)
                    .body("errors.path", equalTo(List.of("until")));
        }
    }

    /// The journal keeps them for ever, and nobody could take a person's name out of it again.
    @Test
    void what_is_typed_in_haste_does_not_stand_in_the_journal() {
        for (String wanted :
                List.of(
                        "{\"subject\":\"minji.kim@example.com\"}",
                        "{\"subject\":\"010-1234-5678\"}",
                        "{\"subject\":\"Minji Kim\"}",
                        "{\"subject\":\"p\",\"tenant\":\"Minji Kim\"}",
                        "{\"topic\":\"consents of minji.kim@example.com\"}",
                        "{\"type\":\"what Minji Kim said\"}")) {
            replay(wanted).then().statusCode(400).body("code", equalTo("invalid-request"));
        }

        assertThat(desk.look("select about from ops_journal where about ilike '%minji%'"))
                .isEmpty();
        assertThat(desk.look("select about from ops_journal where about like '%010-1234%'"))
                .isEmpty();
    }

    @Test
    void a_replay_that_the_broker_refuses_holds_up_no_later_one() {
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        String refused = refused();
        String stuck = replay("{\"subject\":\"%s\"}".formatted(refused)).path("id");

        String next = replay("{\"subject\":\"%s\"}".formatted(subject)).path("id");

        awaitDone(next, 1);
        state(stuck).then().body("state", equalTo("OPEN"));
        stop(stuck);
    }

    @Test
    void a_replay_is_stopped_by_whoever_runs_the_installation_and_that_is_written_down() {
        String stuck = replay("{\"subject\":\"%s\"}".formatted(refused())).path("id");

        stop(stuck).then().statusCode(200).body("state", equalTo("STOPPED"));

        stop(stuck).then().statusCode(409).body("code", equalTo("not-open"));
        stop(UUID.randomUUID().toString()).then().statusCode(404);
        assertThat(
                        desk.look(
                                "select act from ops_journal where about like ? order by id",
                                "replay=" + stuck + "%"))
                .containsExactly("replay-started", "replay-stopped");
    }

    @Test
    void how_many_replays_are_open_can_be_watched() {
        String stuck = replay("{\"subject\":\"%s\"}".formatted(refused())).path("id");
        awaitOpenReplays(open -> open > 0);

        stop(stuck);

        awaitOpenReplays(open -> open == 0);
    }

    private void awaitOpenReplays(Predicate<Double> enough) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> enough.test(meters.get("jikim.replays.open").gauge().value()));
    }

    /// Said by this service on a topic that no broker takes.
    private String refused() {
        String said = "refused-" + UUID.randomUUID();
        desk.change(
                """
                insert into event_log (event_id, type, dataschema, tenant, subject, topic, source,
                    epoch, sequence, correlation_id, traceparent, payload, created_at)
                values (gen_random_uuid(), 'x', '', 'ompass', '%s', 'no such topic',
                    '/consent-service', 1, 1, 'c',
                    '00-11111111111111111111111111111111-2222222222222222-01', '{}', now())
                """
                        .formatted(said));
        return said;
    }

    private static Response stop(String id) {
        return given().auth()
                .oauth2(operator())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .post("/v1/ops/replays/" + id + "/stop");
    }

    private double passedOver() {
        return meters.counter("jikim.remarks.passed.over").count();
    }

    private void remark(String json) throws ExecutionException, InterruptedException {
        broker.producer()
                .send(new ProducerRecord<>(Topics.REPLAYS, "k", json.getBytes(UTF_8)))
                .get();
    }

    private void lose(String... purposes) {
        desk.lose(subject, leases, purposes);
    }

    private void forget(long sequence) {
        desk.change(
                "delete from event_log where subject = '%s' and sequence = %d"
                        .formatted(subject, sequence));
    }

    private void awaitEffects(String... purposes) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(desk.effects("hops", subject)).containsExactly(purposes));
    }

    private void awaitDone(String id, int events) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        state(id)
                                .then()
                                .body("state", equalTo("DONE"))
                                .body("told", equalTo(events)));
    }

    private List<String> left() {
        return desk.look(
                "select sequence || ' ' || reason from parked where consumer = 'hops'"
                        + " and subject = ? and state = 'PARKED' order by sequence",
                subject.toString());
    }

    private static Response replay(String wanted) {
        return given().auth()
                .oauth2(operator())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(wanted)
                .post("/v1/ops/replays");
    }

    private static Response state(String id) {
        return given().auth().oauth2(operator()).get("/v1/ops/replays/" + id);
    }

    private static String operator() {
        return TestTokens.valid().withRoles("PLATFORM_OPERATOR").token();
    }
}
