package io.jikim.platform.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.platform.access.Tenant;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// What an operator does about a parked subject, over REST, with a reader as services have them.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class ParkedOpsTest {

    @Inject Desk desk;
    @Inject Hops hops;
    @Inject Broker broker;

    private final UUID subject = UUID.randomUUID();
    private final String ann = "ann-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    @Test
    void a_parked_event_is_listed_without_what_it_says() {
        poison("secret-purpose", "p2");

        var all =
                as(ann).get("/v1/ops/parked?consumer=hops&topic=jikim.consent&subject=" + subject);

        all.then().statusCode(200);
        assertThat(all.asString()).doesNotContain("secret-purpose");
        assertThat(all.jsonPath().getList("items.reason")).containsExactly("POISON", "BEHIND");
        assertThat(all.jsonPath().getList("items.type")).containsOnly("io.jikim.consent.given.v1");
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        poison("p1", "p2", "p3");
        String list = "/v1/ops/parked?limit=2&subject=" + subject;

        var first = as(ann).get(list).jsonPath();
        var second = as(ann).get(list + "&after=" + first.getString("next")).jsonPath();

        assertThat(first.getList("items.sequence")).containsExactly(1, 2);
        assertThat(second.getList("items.sequence")).containsExactly(3);
        assertThat(second.getString("next")).isNull();
        as(ann).get(list + "&after=nonsense").then().statusCode(400);
        as(ann).get("/v1/ops/parked?limit=0").then().statusCode(400);
    }

    @Test
    void tried_again_when_its_cause_is_gone_it_works_and_what_waits_follows_in_order() {
        poison("p1", "p2", "p3");
        hops.workFor(subject);

        post(ann, "/v1/ops/parked/" + parked("1") + "/retry").then().statusCode(202);

        awaitEffects("p1", "p2", "p3");
        assertThat(left()).isEmpty();
        as(ann).get("/v1/ops/parked/" + rowOf("2")).then().body("state", equalTo("RETRIED"));
    }

    @Test
    void tried_again_while_its_cause_is_there_it_stays_and_counts() {
        poison("p1", "p2");
        String id = parked("1");

        post(ann, "/v1/ops/parked/" + id + "/retry").then().statusCode(202);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        as(ann).get("/v1/ops/parked/" + id)
                                .then()
                                .body("attempts", equalTo(2))
                                .body("retryWanted", equalTo(false)));
        assertThat(desk.effects("hops", subject)).isEmpty();
    }

    @Test
    void a_subject_is_tried_again_as_a_whole() {
        poison("p1", "p2", "p3");
        hops.workFor(subject);

        post(ann, "/v1/ops/parked-subjects/" + subject + "/retry").then().statusCode(202);

        awaitEffects("p1", "p2", "p3");
        post(ann, "/v1/ops/parked-subjects/" + UUID.randomUUID() + "/retry").then().statusCode(404);
    }

    @Test
    void an_event_behind_another_waits_for_that_one() {
        poison("p1", "p2");

        post(ann, "/v1/ops/parked/" + parked("2") + "/retry")
                .then()
                .statusCode(409)
                .body("code", equalTo("behind-another"));
    }

    @Test
    void an_event_is_given_up_by_two_people() {
        poison("p1", "p2");
        String id = parked("1");

        skip(ann, id).then().statusCode(202).body("proposedBy", equalTo(ann));
        skip(ann, id).then().statusCode(409).body("code", equalTo("second-person-needed"));
        assertThat(desk.parked("hops", subject)).containsExactly("1 POISON", "2 BEHIND");
        hops.workFor(subject);
        skip(bob, id).then().statusCode(200).body("state", equalTo("SKIPPED"));

        awaitEffects("p2");
        assertThat(left()).isEmpty();
        skip(bob, id).then().statusCode(409).body("code", equalTo("not-parked"));
        assertThat(acts())
                .containsExactly(
                        "skip-proposed " + ann + " CANNOT_BE_READ",
                        "parked-event-skipped " + bob + " CANNOT_BE_READ");
    }

    @Test
    void before_a_gap_two_people_give_up_what_is_missing_and_the_event_is_taken() {
        publish(1, 4, 5);
        await().until(() -> left().size() == 2);
        String id = parked("4");

        skip(ann, id).then().statusCode(202);
        skip(bob, id).then().statusCode(200);

        awaitEffects("p1", "p4", "p5");
        assertThat(left()).isEmpty();
        assertThat(acts()).last().asString().startsWith("missing-events-given-up " + bob);
    }

    @Test
    void the_event_behind_a_gap_is_given_up_by_two_people_of_its_own() {
        publish(1, 3);
        await().until(() -> left().size() == 1);
        String id = parked("3");
        hops.failFor(subject);

        skip(ann, id).then().statusCode(202);
        skip(bob, id).then().statusCode(200);
        await().until(() -> desk.parked("hops", subject).equals(List.of("3 POISON")));

        skip(ann, id).then().statusCode(202);
        assertThat(left()).containsExactly("3");
        skip(bob, id).then().statusCode(200).body("state", equalTo("SKIPPED"));
    }

    @Test
    void what_was_agreed_about_a_gap_is_no_agreement_about_the_event_behind_it() {
        hops.failFor(subject);
        publish(2);
        await().until(() -> desk.parked("hops", subject).equals(List.of("2 GAP")));
        String id = parked("2");
        skip(ann, id).then().statusCode(202);
        desk.change(
                """
                insert into inbox_cursor
                    (consumer, tenant, subject, topic, source, epoch, last_sequence)
                values ('hops', 'ompass', '%s', 'jikim.consent', '/elsewhere', 1, 1)
                """
                        .formatted(subject));
        await().until(() -> desk.parked("hops", subject).equals(List.of("2 POISON")));

        as(ann).get("/v1/ops/parked/" + id).then().body("proposedBy", equalTo(null));
        skip(bob, id).then().statusCode(202).body("proposedBy", equalTo(bob));
        skip(ann, id).then().statusCode(200).body("state", equalTo("SKIPPED"));
    }

    @Test
    void two_people_agree_on_the_reason_too() {
        poison("p1");
        String id = parked("1");

        skip(ann, id, "CANNOT_BE_READ").then().statusCode(202);
        skip(bob, id, "NOT_OURS").then().statusCode(202).body("proposedBy", equalTo(bob));
        skip(bob, id, "NOT_OURS").then().statusCode(409);
        assertThat(left()).containsExactly("1");

        skip(ann, id, "NOT_OURS").then().statusCode(200).body("state", equalTo("SKIPPED"));
    }

    @Test
    void the_first_persons_key_does_not_answer_the_second() {
        poison("p1");
        String id = parked("1");
        String key = UUID.randomUUID().toString();
        skip(ann, id, "CANNOT_BE_READ", key).then().statusCode(202);

        skip(bob, id, "CANNOT_BE_READ", key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(left()).containsExactly("1");
    }

    @Test
    void an_operator_whose_token_names_a_tenant_is_of_that_tenant() {
        poison("p1");
        String id = parked("1");
        var own = token("someone", Desk.TENANT, "PLATFORM_OPERATOR");
        var other = token("someone", new Tenant("elsewhere"), "PLATFORM_OPERATOR");

        with(own).get("/v1/ops/parked/" + id).then().statusCode(200);
        with(other).get("/v1/ops/parked/" + id).then().statusCode(404);
        with(other)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .post("/v1/ops/parked/" + id + "/retry")
                .then()
                .statusCode(404);
    }

    @Test
    void what_is_missing_may_still_come_and_then_what_waits_follows_by_itself() {
        publish(1, 3, 4);
        await().until(() -> left().size() == 2);

        publish(2);

        awaitEffects("p1", "p2", "p3", "p4");
        assertThat(left()).isEmpty();
    }

    @Test
    void the_same_request_again_does_nothing_more() {
        poison("p1");
        String id = parked("1");
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            as(ann).header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("{\"reason\":\"CANNOT_BE_READ\"}")
                    .post("/v1/ops/parked/" + id + "/skip")
                    .then()
                    .statusCode(202);
        }

        assertThat(acts()).hasSize(1);
        as(ann).contentType("application/json")
                .post("/v1/ops/parked/" + id + "/retry")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void a_reason_is_a_code() {
        poison("p1");

        as(ann).header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"reason\":\"Mrs Kim called\"}")
                .post("/v1/ops/parked/" + parked("1") + "/skip")
                .then()
                .statusCode(400);
    }

    @Test
    void an_administrator_sees_her_own_tenants_events_and_touches_none() {
        poison("p1");
        String id = parked("1");
        var own = token("someone", Desk.TENANT, "TENANT_ADMIN");
        var other = token("someone", new Tenant("elsewhere"), "TENANT_ADMIN");

        with(own).get("/v1/ops/parked/" + id).then().statusCode(200);
        with(other).get("/v1/ops/parked/" + id).then().statusCode(404);
        assertThat(with(other).get("/v1/ops/parked?subject=" + subject).jsonPath().getList("items"))
                .isEmpty();
        with(own)
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .post("/v1/ops/parked/" + id + "/retry")
                .then()
                .statusCode(403);
        with(token("someone", Desk.TENANT, "STAFF")).get("/v1/ops/parked").then().statusCode(403);
    }

    @Test
    void nobody_changes_a_line_of_the_journal() {
        poison("p1");
        skip(ann, parked("1"));

        assertThatThrownBy(() -> desk.change("update ops_journal set actor = 'nobody'"))
                .isInstanceOf(StorageFailure.class);
        assertThatThrownBy(() -> desk.change("delete from ops_journal"))
                .isInstanceOf(StorageFailure.class);
        assertThat(acts()).hasSize(1);
    }

    private void poison(String... purposes) {
        hops.failFor(subject);
        for (String purpose : purposes) {
            desk.tell(Facts.given(subject, purpose));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> left().size() == purposes.length);
    }

    /// As a service named `elsewhere` would.
    private void publish(long... sequences) {
        for (long sequence : sequences) {
            var event = Wire.given(subject, sequence);
            broker.producer()
                    .send(
                            new ProducerRecord<>(
                                    event.topic(),
                                    null,
                                    event.key(),
                                    event.value(),
                                    event.headers()));
        }
    }

    private void awaitEffects(String... purposes) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(desk.effects("hops", subject)).containsExactly(purposes));
    }

    private List<String> left() {
        return desk.look(
                "select sequence from parked where consumer = 'hops' and subject = ? and state = 'PARKED'",
                subject.toString());
    }

    private String parked(String sequence) {
        return as(ann).get("/v1/ops/parked?subject=" + subject)
                .jsonPath()
                .getString("items.find { it.sequence == " + sequence + " }.id");
    }

    private String rowOf(String sequence) {
        return desk.look(
                        "select id from parked where subject = ? and sequence = " + sequence,
                        subject.toString())
                .getFirst();
    }

    private List<String> acts() {
        return desk.look(
                "select act || ' ' || actor || ' ' || coalesce(reason, '') from ops_journal"
                        + " where about like ? order by id",
                "%" + subject + "%");
    }

    private static Response skip(String who, String id) {
        return skip(who, id, "CANNOT_BE_READ");
    }

    private static Response skip(String who, String id, String reason) {
        return skip(who, id, reason, UUID.randomUUID().toString());
    }

    private static Response skip(String who, String id, String reason, String key) {
        return as(who).header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"reason\":\"%s\"}".formatted(reason))
                .post("/v1/ops/parked/" + id + "/skip");
    }

    private static Response post(String who, String path) {
        return as(who).header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .post(path);
    }

    /// An operator of the installation has no tenant.
    private static RequestSpecification as(String who) {
        return with(TestTokens.valid().withSubject(who).withRoles("PLATFORM_OPERATOR").token());
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    private static String token(String who, Tenant tenant, String role) {
        return TestTokens.forTenant(tenant.code()).withSubject(who).withRoles(role).token();
    }
}
