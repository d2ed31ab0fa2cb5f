package io.jikim.platform.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class EpochTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Desk desk;
    @Inject Milestones milestones;

    private final UUID subject = UUID.randomUUID();

    @AfterEach
    void speaks_again() {
        milestones
                .outdated()
                .ifPresent(it -> desk.look("select open_epoch(" + it.next() + ")::text"));
        milestones.doubt();
        await().atMost(SOON).until(() -> milestones.outdated().isEmpty());
    }

    @Test
    void a_database_that_was_restored_from_an_older_copy_speaks_in_a_new_epoch_only() {
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        var copy = positions();
        desk.tell(Facts.given(subject, "p2"));
        awaitEffects("p1", "p2");
        int before = epoch().path("epoch");

        restore(copy);
        await().atMost(SOON).until(() -> milestones.outdated().isPresent());
        desk.tell(Facts.given(subject, "p3"));

        var ready = RestAssured.get("/q/health/ready").then().statusCode(503).extract();
        assertThat(ready.asString()).contains("the database is older than what was told from it");
        epoch().then().body("speaks", equalTo(false)).body("next", equalTo(before + 1));
        open(before + 7).then().statusCode(409).body("code", equalTo("not-the-next-epoch"));
        assertThat(desk.waiting(subject)).containsExactly("2");

        open(before + 1).then().statusCode(200).body("epoch", equalTo(before + 1));

        awaitEffects("p1", "p2", "p3");
        await().atMost(SOON).until(() -> milestones.outdated().isEmpty());
        RestAssured.get("/q/health/ready").then().statusCode(200);
        desk.tell(Facts.given(subject, "p4"));
        awaitEffects("p1", "p2", "p3", "p4");
        var told = Wire.read("jikim.consent", subject.toString(), 4);
        assertThat(
                        told.stream()
                                .map(it ->
                                        Wire.header(it, "ce_epoch")
                                                + "/"
                                                + Wire.header(it, "ce_sequence")))
                .containsExactly(
                        before + "/1", before + "/2", (before + 1) + "/1", (before + 1) + "/2");
        assertThat(told.stream().map(it -> Wire.header(it, "ce_after")))
                .containsExactly("", "", before + "/1", "");
    }

    /// Where the broker was emptied too, nothing is left to compare with.
    @Test
    void a_person_may_open_the_next_epoch_at_any_time() {
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        int epoch = epoch().path("next");

        open(epoch).then().statusCode(200).body("speaks", equalTo(true));

        desk.tell(Facts.given(subject, "p2"));
        awaitEffects("p1", "p2");
        open(epoch).then().statusCode(409).body("code", equalTo("not-the-next-epoch"));
    }

    @Test
    void a_relay_that_died_before_it_struck_out_is_no_restored_database() {
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");

        milestones.doubt();

        desk.tell(Facts.given(subject, "p2"));
        awaitEffects("p1", "p2");
        assertThat(milestones.outdated()).isEmpty();
    }

    private List<String> positions() {
        await().atMost(SOON).until(() -> desk.waiting(subject).isEmpty());
        return desk.look("select shard || ' ' || position from outbox_lease");
    }

    /// The rows of this subject as they were, and what the database knows of its own words.
    private void restore(List<String> copy) {
        await().atMost(SOON).until(() -> desk.waiting(subject).isEmpty());
        desk.change(
                "delete from event_log where sequence = 2 and subject = '%s'".formatted(subject));
        desk.change(
                "update subject_stream set last_sequence = 1 where subject = '%s'"
                        .formatted(subject));
        for (String shard : copy) {
            desk.change(
                    "update outbox_lease set position = %s where shard = %s"
                            .formatted(shard.split(" ")[1], shard.split(" ")[0]));
        }
        milestones.doubt();
    }

    private void awaitEffects(String... purposes) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(desk.effects("hops", subject)).containsExactly(purposes));
    }

    private static Response epoch() {
        return given().auth().oauth2(operator()).get("/v1/ops/epochs");
    }

    private static Response open(int epoch) {
        return given().auth()
                .oauth2(operator())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"epoch\":%d,\"reason\":\"RESTORED\"}".formatted(epoch))
                .post("/v1/ops/epochs");
    }

    private static String operator() {
        return TestTokens.valid().withRoles("PLATFORM_OPERATOR").token();
    }
}
