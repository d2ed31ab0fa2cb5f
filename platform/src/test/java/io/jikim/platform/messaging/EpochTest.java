package io.jikim.platform.messaging;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
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
    @Inject Outbox outbox;
    @Inject Letters letters;
    @Inject Leases leases;
    @Inject Broker broker;
    @Inject javax.sql.DataSource database;

    @Inject
    @DataSource("system")
    javax.sql.DataSource system;

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
        var copy = mark();
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

    /// Its id in the outbox is lower than that of a fact that was told before it.
    @Test
    void a_copy_from_before_the_end_of_a_long_transaction_does_not_speak_in_its_old_epoch()
            throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var slow =
                inTheBackground(() -> {
                    outbox.append(Facts.given(subject, "p1"));
                    begun.countDown();
                    return end.await(60, TimeUnit.SECONDS);
                });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        var other = ofTheSameShard();
        desk.tell(Facts.given(other, "q1"));
        await().atMost(SOON).until(() -> desk.published(other).equals(List.of("1")));
        var copy = mark();
        end.countDown();
        slow.get();
        awaitEffects("p1");
        await().atMost(SOON).until(() -> desk.waiting(subject).isEmpty());

        desk.change("delete from event_log where subject = '%s'".formatted(subject));
        desk.change("delete from subject_stream where subject = '%s'".formatted(subject));
        desk.change("update outbox_mark set mark = " + copy);
        milestones.doubt();
        desk.tell(Facts.given(subject, "p2"));

        await().atMost(SOON).until(() -> milestones.outdated().isPresent());
        open(epoch().path("next")).then().statusCode(200);
        awaitEffects("p1", "p2");
    }

    /// What is read is marked before it is told, and struck out long after.
    @Test
    void a_batch_that_was_never_struck_out_makes_no_database_look_restored()
            throws InterruptedException {
        desk.change(
                "update outbox_lease set owner = 'killed', until = now() + interval '1 minute'");
        await().until(() -> leases.held().fences().isEmpty());
        desk.tell(Facts.given(subject, "p1"));
        var lease = new Lease(Map.of(Outbox.shardOf(stream(subject)), 0L), 0);
        var batch = letters.next(lease, Set.of(), 500);
        assertThat(batch.letters()).hasSize(1);
        assertThat(milestones.set(batch).arrived()).isTrue();
        milestones.doubt();

        desk.change("update outbox_lease set owner = '', until = '-infinity'");

        awaitEffects("p1");
        assertThat(milestones.outdated()).isEmpty();
    }

    @Test
    void the_setting_opens_the_next_epoch_where_the_broker_was_emptied_too() {
        int before = epoch().path("epoch");
        var restored = new Milestones(system, broker, "told-nothing-yet", Optional.of(before + 1));

        assertThat(restored.fit()).isTrue();

        epoch().then().body("epoch", equalTo(before + 1));
    }

    @Test
    void the_setting_opens_nothing_where_the_database_is_no_older_than_what_was_told() {
        desk.tell(Facts.given(subject, "p1"));
        awaitEffects("p1");
        int before = epoch().path("epoch");
        var started = new Milestones(system, broker, "consent-service", Optional.of(before + 1));

        assertThat(started.fit()).isTrue();

        epoch().then().body("epoch", equalTo(before));
    }

    @Test
    void what_cannot_be_a_milestone_silences_nobody() throws Exception {
        forge("/consent-service#0", "?");
        forge("/consent-service#0", milestone("/consent-service", 0, Integer.MAX_VALUE));
        forge("/consent-service#0", milestone("/consent-service", 1, 999));
        forge("/consent-service#77", milestone("/consent-service", 77, 999));
        milestones.doubt();

        desk.tell(Facts.given(subject, "p1"));

        awaitEffects("p1");
        epoch().then().body("speaks", equalTo(true));
    }

    @Test
    void of_two_who_open_the_same_epoch_at_once_the_second_is_told_so() throws Exception {
        int next = epoch().path("next");
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first =
                inTheBackground(() -> {
                    Sql.run(database, "select open_epoch(" + next + ")", (_, it) -> it.execute());
                    begun.countDown();
                    return end.await(60, TimeUnit.SECONDS);
                });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        var second = beside(() -> open(next));
        await().atMost(SOON)
                .until(() ->
                        desk.look(
                                                """
                                                select 1 from pg_stat_activity
                                                where wait_event_type = 'Lock' and query like '%open_epoch%'
                                                """)
                                        .size()
                                == 1);
        end.countDown();

        assertThat(first.get()).isTrue();
        second.get().then().statusCode(409).body("code", equalTo("not-the-next-epoch"));
    }

    private void forge(String key, String value) throws Exception {
        broker.producer()
                .send(new ProducerRecord<>(Topics.EPOCHS, key, value.getBytes(UTF_8)))
                .get();
    }

    private static String milestone(String source, int shard, int epoch) {
        return """
        {"source":"%s","shard":%d,"epoch":%d,"mark":1}\
        """
                .formatted(source, shard, epoch);
    }

    private CompletableFuture<Boolean> inTheBackground(Callable<Boolean> work) {
        return beside(() -> desk.inTransaction(Desk.TENANT, work));
    }

    // Each on a thread of its own: a pool may have but one, and one of two waits for the other.
    private static <T> CompletableFuture<T> beside(Supplier<T> work) {
        var loader = Thread.currentThread().getContextClassLoader();
        return CompletableFuture.supplyAsync(
                () -> {
                    Thread.currentThread().setContextClassLoader(loader);
                    return work.get();
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }

    private UUID ofTheSameShard() {
        return java.util.stream.Stream.generate(UUID::randomUUID)
                .filter(it -> Outbox.shardOf(stream(it)) == Outbox.shardOf(stream(subject)))
                .findFirst()
                .orElseThrow();
    }

    private static Stream stream(UUID of) {
        return new Stream("ompass", of.toString(), "jikim.consent", "/consent-service");
    }

    private String mark() {
        await().atMost(SOON).until(() -> desk.waiting(subject).isEmpty());
        return desk.look("select mark from outbox_mark").getFirst();
    }

    /// The rows of this subject as they were, and what the database knows of its own words.
    private void restore(String copy) {
        await().atMost(SOON).until(() -> desk.waiting(subject).isEmpty());
        desk.change(
                "delete from event_log where sequence = 2 and subject = '%s'".formatted(subject));
        desk.change(
                "update subject_stream set last_sequence = 1 where subject = '%s'"
                        .formatted(subject));
        desk.change("update outbox_mark set mark = " + copy);
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
