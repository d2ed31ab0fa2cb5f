package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.jikim.audit.application.Posting;
import io.jikim.audit.application.RecordAccesses;
import io.jikim.audit.application.Recording;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Told;
import io.jikim.contracts.AccessRecorded;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class RecordingTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 18);
    private final Recorder crm = Recorder.of(tenant, "crm");
    private final UUID her = UUID.randomUUID();

    @Inject Bus bus;
    @Inject RecordAccesses recordAccesses;

    @Test
    void an_access_in_another_system_is_found_as_one_in_ours() {
        var record = Recorder.with(Recorder.read(her), "did.note", "asked on the phone");

        long index = crm.index(record);

        auditor()
                .queryParam("subjectRef", her)
                .get("/v1/access-records")
                .then()
                .body("items", hasSize(1))
                .body("items[0].logIndex", equalTo((int) index))
                .body("items[0].eventId", equalTo(record.get("id")))
                .body("items[0].did.actor.id", equalTo("kim"))
                .body("items[0].did.actor.account", equalTo("kim@crm"))
                .body("items[0].did.actor.role", equalTo("AGENT"))
                .body("items[0].did.from", equalTo("198.51.100.23"))
                .body("items[0].did.reason", equalTo(""));
    }

    @Test
    void the_answer_comes_when_a_signed_checkpoint_covers_the_record() {
        var record = Recorder.read(her);
        long index = crm.index(record);

        assertThat(size()).isGreaterThan(index);
        var proof = auditor().get("/v1/log/proofs/" + record.get("id")).jsonPath();
        assertThat(proof.getLong("entry.index")).isEqualTo(index);
    }

    @Test
    void the_source_is_the_client_of_the_token() {
        var record = Recorder.read(her);
        crm.index(record);

        var proof = auditor().get("/v1/log/proofs/" + record.get("id")).jsonPath();

        assertThat(proof.getString("entry.disclosed.source.value")).isEqualTo("client:crm");
        assertThat(proof.getString("entry.disclosed.account.value")).isEqualTo("kim@crm");
        crm.record(Recorder.with(record, "source", "erp"))
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-property"));
    }

    @Test
    void address_account_and_note_are_kept_sealed_only() {
        var record = Recorder.with(Recorder.read(her), "did.note", "a secret note");
        long index = crm.index(record);

        assertThat(Stored.text("select fields || sealed from disclosure where index = " + index))
                .doesNotContain("198.51.100.23", "kim@crm", "a secret note");
    }

    @Test
    void people_too_many_to_be_listed_are_told_by_their_number_and_the_question() {
        var many =
                Recorder.with(
                        Recorder.with(Recorder.read(), "did.action", "SEARCH"),
                        "bulk",
                        Map.of("count", 48_210, "queryDigest", DIGEST));
        crm.index(many);

        auditor()
                .queryParam("actor", "kim")
                .get("/v1/access-records")
                .then()
                .body("items[0].bulk.count", equalTo(48_210))
                .body("items[0].bulk.queryDigest", equalTo(DIGEST))
                .body("items[0].subjects", hasSize(0));
    }

    @Test
    void our_own_services_can_tell_of_as_many_over_the_bus() {
        var one = bus.access(tenant, "staff-1", "203.0.113.7");
        bus.tell(
                tenant,
                new AccessRecorded(
                        one.actor(),
                        one.action(),
                        one.resource(),
                        List.of(),
                        one.reason(),
                        one.sealedContext(),
                        one.at(),
                        new AccessRecorded.Bulk(1_200, DIGEST)));

        await().untilAsserted(() ->
                auditor()
                        .queryParam("actor", "staff-1")
                        .get("/v1/access-records")
                        .then()
                        .body("items[0].bulk.count", equalTo(1_200)));
    }

    @Test
    void each_fault_is_named_by_record_and_field() {
        var good = Recorder.read(her);
        var faults =
                List.of(
                        List.of("id", "no-uuid", "id", "malformed"),
                        List.of("id", "", "id", "required"),
                        List.of("did.at", "", "did.at", "required"),
                        List.of("did.at", "yesterday", "did.at", "malformed"),
                        List.of("did.at", "2026-02-30T00:00:00Z", "did.at", "malformed"),
                        List.of("did.at", "2026-11-29T00:00:00", "did.at", "malformed"),
                        List.of("did.at", "2026-11-29T00:00:00.1234567Z", "did.at", "malformed"),
                        List.of("did.at", ahead(6), "did.at", "in-future"),
                        List.of("did.at", ahead(-32 * 24 * 60), "did.at", "too-old"),
                        List.of("did.actor", "", "did.actor.id", "required"),
                        List.of("did.actor.id", " ", "did.actor.id", "required"),
                        List.of("did.actor.id", "a\nb", "did.actor.id", "malformed"),
                        List.of("did.actor.id", "a".repeat(201), "did.actor.id", "too-long"),
                        List.of("did.actor.account", " ", "did.actor.account", "malformed"),
                        List.of("did.actor.role", "a role", "did.actor.role", "malformed"),
                        List.of("did.from", "", "did.from", "required"),
                        List.of("did.action", "", "did.action", "required"),
                        List.of("did.action", "STEAL", "did.action", "unknown-action"),
                        List.of("did.action", "consents.read", "did.action", "unknown-action"),
                        List.of("did.action", "DOWNLOAD", "did.reason", "required"),
                        List.of("did.action", "PRINT", "did.reason", "required"),
                        List.of("did.resource", "", "did.resource", "required"),
                        List.of("did.reason", "because", "did.reason", "malformed"),
                        List.of("did.note", "n".repeat(1_001), "did.note", "too-long"),
                        List.of("subjects", "", "subjects", "required"),
                        List.of("did", "", "did.at", "required"));
        for (var fault : faults) {
            var value = fault.get(1).isEmpty() ? null : fault.get(1);
            var bad = Recorder.with(good, fault.get(0), value);

            assertThat(errors(crm.record(Recorder.read(her), bad), 400))
                    .as("%s", fault)
                    .contains(tuple("records.1." + fault.get(2), fault.get(3)));
        }
        assertThat(entries()).isZero();
    }

    @Test
    void whose_data_it_was_is_told_in_one_way_and_rightly() {
        var read = Recorder.read();
        var other = UUID.randomUUID().toString();
        var tooMany = Stream.generate(() -> UUID.randomUUID().toString()).limit(1_001).toList();
        var bulk = Map.of("count", 2, "queryDigest", DIGEST);

        assertThat(errors(crm.record(Recorder.with(read, "subjects", List.of("x"))), 400))
                .containsExactly(tuple("records.0.subjects.0", "malformed"));
        assertThat(errors(crm.record(Recorder.with(read, "subjects", List.of(other, other))), 400))
                .containsExactly(tuple("records.0.subjects.1", "repeated"));
        assertThat(errors(crm.record(Recorder.with(read, "subjects", tooMany)), 400))
                .containsExactly(tuple("records.0.subjects", "too-many"));
        assertThat(errors(crm.record(Recorder.with(Recorder.read(her), "bulk", bulk)), 400))
                .containsExactly(tuple("records.0.bulk", "not-with-subjects"));
        assertThat(
                        errors(
                                crm.record(
                                        Recorder.with(
                                                read,
                                                "bulk",
                                                Map.of("count", 0, "queryDigest", "AB"))),
                                400))
                .containsExactly(
                        tuple("records.0.bulk.count", "out-of-range"),
                        tuple("records.0.bulk.queryDigest", "malformed"));
        for (var count : List.of(1.5, 1e30)) {
            var part = Map.of("count", count, "queryDigest", DIGEST);
            assertThat(errors(crm.record(Recorder.with(read, "bulk", part)), 400))
                    .containsExactly(tuple("records.0.bulk.count", "malformed"));
        }
        assertThat(errors(crm.record(Recorder.with(read, "bulk", Map.of())), 400))
                .containsExactly(
                        tuple("records.0.bulk.count", "required"),
                        tuple("records.0.bulk.queryDigest", "required"));
        crm.index(Recorder.with(read, "did.action", "SEARCH"));
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_taken() {
        var bad = Recorder.with(Recorder.with(Recorder.read(her), "did.from", null), "id", "1");

        assertThat(errors(crm.record(bad, Recorder.read(her), bad), 400))
                .containsExactly(
                        tuple("records.0.id", "malformed"),
                        tuple("records.0.did.from", "required"),
                        tuple("records.2.id", "malformed"),
                        tuple("records.2.did.from", "required"));
        assertThat(entries()).isZero();
    }

    @Test
    void a_batch_has_one_to_five_hundred_records() {
        var many = Stream.generate(() -> Recorder.read(her)).limit(501).toList();

        crm.send(Map.of("records", List.of())).then().statusCode(400);
        crm.send(Map.of("records", many))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        crm.send(Map.of("records", Collections.singletonList(null))).then().statusCode(400);
        crm.send(Map.of()).then().statusCode(400);
        crm.send("[]").then().statusCode(400);
        crm.send(Map.of("records", many.subList(0, 500)))
                .then()
                .statusCode(200)
                .body("records", hasSize(500));
        assertThat(entries()).isEqualTo(500);
    }

    @Test
    void what_is_of_another_kind_is_named_by_its_place() {
        var wrong = Recorder.with(Recorder.read(her), "did.actor", "kim");

        crm.record(Recorder.read(her), wrong)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-json"))
                .body("errors[0].path", equalTo("records.1.did.actor"));
    }

    @Test
    void a_record_told_again_has_its_first_place() {
        var record = Recorder.read(her);
        long first = crm.index(record);

        assertThat(crm.index(record)).isEqualTo(first);
        assertThat(
                        crm.record(Recorder.read(her), record, record)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getList("records.logIndex", Long.class)
                                .subList(1, 3))
                .containsExactly(first, first);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void an_id_that_was_given_to_another_access_is_refused_with_all_that_came_with_it() {
        var record = Recorder.read(her);
        crm.index(record);

        for (var change :
                List.of(
                        List.of("did.resource", "crm/invoice"),
                        List.of("did.from", "198.51.100.24"),
                        List.of("did.actor.account", "lee@crm"),
                        List.of("did.note", "added later"),
                        List.of("did.reason", "OTHER_REASON"))) {
            var other = Recorder.with(record, change.get(0), change.get(1));

            var answer = crm.record(Recorder.read(her), other);

            assertThat(errors(answer, 422))
                    .as("%s", change)
                    .containsExactly(tuple("records.1.id", "id-reused"));
            answer.then().body("code", equalTo("record-id-reused"));
        }
        var twice = Recorder.read(her);
        assertThat(errors(crm.record(twice, Recorder.with(twice, "did.resource", "x")), 422))
                .containsExactly(tuple("records.1.id", "id-reused"));
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void an_id_is_its_source_s_own() {
        var record = Recorder.read(her);
        long first = crm.index(record);
        long byAnother =
                Recorder.of(tenant, "erp").index(Recorder.with(record, "did.resource", "erp"));
        long elsewhere =
                Recorder.of(tenant + "x", "crm").index(Recorder.with(record, "did.resource", "y"));

        assertThat(Set.of(first, byAnother, elsewhere)).hasSize(3);
        assertThat(crm.index(record)).isEqualTo(first);
    }

    @Test
    void an_id_that_a_recorder_takes_is_not_taken_from_an_event_of_ours() {
        var record = Recorder.read(her);
        crm.index(record);
        var event = UUID.fromString((String) record.get("id"));

        bus.tell(tenant, event, bus.access(tenant, "staff-1", "203.0.113.7", her));

        await().until(() -> entries() == 2);
        var proof = auditor().get("/v1/log/proofs/" + event).jsonPath();
        assertThat(proof.getString("entry.disclosed.actor.value")).isEqualTo("staff-1");
    }

    @Test
    void what_comes_too_late_to_be_new_has_its_place_if_it_was_told_before() {
        var access = access(Instant.now().minus(32, ChronoUnit.DAYS));
        var late = List.of(new Posting(List.of(access), Set.of(0)));

        assertThat(recordAccesses.record(late))
                .allMatch(recording -> recording instanceof Recording.Refused);
        assertThat(entries()).isZero();
        var first = recordAccesses.record(List.of(new Posting(List.of(access), Set.of())));

        assertThat(recordAccesses.record(late)).isEqualTo(first);
    }

    @Test
    void two_callers_with_one_id_at_once_are_told_one_place() {
        var record = Recorder.read(her);

        var indexes = inParallel(IntStream.range(0, 16).mapToObj(i -> record).toList());

        assertThat(Set.copyOf(indexes)).hasSize(1);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void of_two_callers_with_one_id_for_different_things_one_is_refused() {
        var record = Recorder.read(her);
        var other = Recorder.with(record, "did.resource", "crm/invoice");

        var statuses =
                Stream.of(record, other)
                        .parallel()
                        .map(one -> crm.record(one).statusCode())
                        .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void callers_who_wait_at_one_time_share_a_checkpoint_and_the_log_holds() {
        long before = checkpoints();
        var indexes = new ArrayList<Long>();
        for (int round = 0; round < 5; round++) {
            indexes.addAll(
                    inParallel(
                            IntStream.range(0, 64)
                                    .mapToObj(i -> Recorder.read(UUID.randomUUID()))
                                    .toList()));
        }

        assertThat(indexes).doesNotHaveDuplicates().hasSize(320);
        assertThat(entries()).isEqualTo(320);
        assertThat(checkpoints() - before).isLessThan(160);
        TileReader.verified(given().get("/v1/log/checkpoint").asString());
    }

    @Test
    void what_fails_for_one_fails_for_nobody_beside_him() {
        var poison = Recorder.with(Recorder.read(her), "did.actor.id", "poison-" + tenant);
        refuseToStore("poison-" + tenant);
        List<Integer> statuses;
        try {
            var records =
                    new ArrayList<>(
                            IntStream.range(0, 40).mapToObj(i -> Recorder.read(her)).toList());
            records.add(17, poison);
            statuses = statusesInParallel(records);
        } finally {
            storeAgain();
        }

        assertThat(statuses.remove(17)).isEqualTo(500);
        assertThat(statuses).containsOnly(200);
        assertThat(entries()).isEqualTo(40);
        crm.index(poison);
        TileReader.verified(given().get("/v1/log/checkpoint").asString());
    }

    @Test
    void more_than_can_be_held_is_told_to_come_again() throws Exception {
        var large =
                IntStream.range(0, 19)
                        .mapToObj(i ->
                                Recorder.read(
                                        Stream.generate(UUID::randomUUID)
                                                .limit(1_000)
                                                .toArray(UUID[]::new)))
                        .toList();
        var answers = new LinkedBlockingQueue<Response>();
        Response first;
        try (var _ = new HeldHead()) {
            for (int i = 0; i < 2; i++) {
                Thread.ofVirtual().start(() -> answers.add(crm.send(Map.of("records", large))));
            }
            first = answers.take();
        }
        answers.take();

        first.then().statusCode(503).header("Retry-After", "1").body("code", equalTo("log-busy"));
        await().until(() -> crm.send(Map.of("records", large)).statusCode() == 200);
        assertThat(entries()).isEqualTo(19);
    }

    @Test
    void the_catalogue_says_what_each_action_needs() {
        given().auth()
                .oauth2(crm.token())
                .get("/v1/access-records/actions")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("actions.find { it.action == 'PRINT' }.needs", hasItems("WHOSE", "REASON"))
                .body("actions.find { it.action == 'SEARCH' }.needs", hasSize(0))
                .body("actions.find { it.action == 'PROVE' }.speaker", equalTo("OURS"));
    }

    private Fact.Access access(Instant at) {
        var told =
                Told.posted(
                        UUID.randomUUID(),
                        tenant,
                        "kim",
                        at.truncatedTo(ChronoUnit.MICROS),
                        "client:crm");
        var deed = new Fact.Deed("kim", "AGENT", "SEARCH", "crm", "");
        var sealed = bus.access(tenant, "kim", "198.51.100.23").sealedContext();
        return new Fact.Access(
                told, deed, List.of(), new Fact.Origin(sealed, Map.of("from", "198.51.100.23")));
    }

    private static String ahead(int minutes) {
        return Instant.now()
                .plus(minutes, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private List<Long> inParallel(List<Map<String, Object>> records) {
        return responses(records).stream()
                .map(answer ->
                        answer.then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getLong("records[0].logIndex"))
                .toList();
    }

    private List<Integer> statusesInParallel(List<Map<String, Object>> records) {
        return new ArrayList<>(responses(records).stream().map(Response::statusCode).toList());
    }

    /// The answers in the order of the records, all of which are on their way at one time.
    private List<Response> responses(List<Map<String, Object>> records) {
        var answers = new Response[records.size()];
        var callers =
                IntStream.range(0, records.size())
                        .mapToObj(i ->
                                Thread.ofVirtual()
                                        .start(() -> answers[i] = crm.record(records.get(i))))
                        .toList();
        try {
            for (var caller : callers) {
                caller.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return List.of(answers);
    }

    private static List<org.assertj.core.groups.Tuple> errors(Response answer, int status) {
        JsonPath json = answer.then().statusCode(status).extract().jsonPath();
        return json.<Map<String, String>>getList("errors").stream()
                .map(error -> tuple(error.get("path"), error.get("code")))
                .toList();
    }

    private static void refuseToStore(String actor) {
        Stored.in("audit")
                .change(
                        """
                        create function poisoned() returns trigger language plpgsql as
                            'begin raise exception ''poisoned''; end';
                        create trigger poisoned before insert on disclosure
                            for each row when (new.actor = '%s') execute function poisoned();
                        """
                                .formatted(actor));
    }

    private static void storeAgain() {
        Stored.in("audit").change("drop trigger poisoned on disclosure; drop function poisoned();");
    }

    private long entries() {
        return Stored.number("select count(*) from disclosure where tenant = '" + tenant + "'");
    }

    private static long checkpoints() {
        return Stored.number("select count(*) from checkpoint");
    }

    private static long size() {
        return Stored.number("select max(size) from checkpoint");
    }

    private RequestSpecification auditor() {
        return given().auth()
                .oauth2(TestTokens.forTenant(tenant).withRoles("AUDITOR").token())
                .header("Jikim-Reason", "INSPECTION");
    }
}
