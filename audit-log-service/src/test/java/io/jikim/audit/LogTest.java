package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Leaf;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.ProofCheck;
import io.jikim.contracts.ErasureAcknowledged;
import io.jikim.contracts.ErasureAcknowledged.Acknowledgement;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Phase;
import io.jikim.contracts.ErasureCertified;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class LogTest {
    @Inject Bus bus;
    @Inject SigningKeys keys;

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void an_access_record_is_found_by_whose_data_and_by_who() {
        var subject = UUID.randomUUID();
        var other = UUID.randomUUID();
        var event = bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", subject, other));
        bus.tell(tenant, bus.access(tenant, "staff-2", "203.0.113.8", other));
        awaitEntries(2);

        auditor()
                .queryParam("subjectRef", subject)
                .get("/v1/access-records")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].eventId", equalTo(event.toString()))
                .body("items[0].did.actor.id", equalTo("staff-1"))
                .body("items[0].did.from", equalTo("203.0.113.7"))
                .body("items[0].did.at", equalTo("2026-11-24T01:02:03.456789Z"))
                .body("items[0].did.reason", equalTo("CUSTOMER_REQUEST"))
                .body("items[0].restricted", equalTo(false))
                .body("items[0].number", equalTo(1))
                .body("next", equalTo(null));
        auditor()
                .queryParam("actor", "staff-2")
                .get("/v1/access-records")
                .then()
                .body("items", hasSize(1))
                .body("items[0].number", equalTo(null));
        auditor()
                .queryParam("subjectRef", other)
                .queryParam("actor", "staff-1")
                .get("/v1/access-records")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void nobody_is_called_nul() {
        auditor()
                .urlEncodingEnabled(false)
                .get("/v1/access-records?actor=%00&subjectRef=" + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @Test
    void the_receipts_of_a_tenant_are_one_stream() {
        bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", UUID.randomUUID()));
        bus.tell(tenant, bus.access(tenant, "staff-2", "203.0.113.7", UUID.randomUUID()));
        awaitEntries(2);

        assertThat(
                        Stored.number(
                                "select count(*) from subject_stream where tenant = '"
                                        + tenant
                                        + "' and topic = 'jikim.audit-receipts'"))
                .isEqualTo(1);
    }

    @Test
    void looking_at_the_records_is_recorded_too() {
        var subject = UUID.randomUUID();
        bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", subject));
        awaitEntries(1);

        auditor()
                .queryParam("subjectRef", subject)
                .get("/v1/access-records")
                .then()
                .statusCode(200);

        awaitEntries(2);
        auditor()
                .queryParam("actor", "auditor-1")
                .get("/v1/access-records")
                .then()
                .body("items[0].did.action", equalTo("SEARCH"))
                .body("items[0].subjects[0]", equalTo(subject.toString()));
    }

    @Test
    void nobody_looks_without_a_reason_a_role_or_a_token() {
        given().get("/v1/access-records").then().statusCode(401);
        given().auth()
                .oauth2(token("STAFF"))
                .header("Jikim-Reason", "INSPECTION")
                .get("/v1/access-records")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(token("AUDITOR"))
                .get("/v1/access-records")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"));
        auditor()
                .queryParam("after", "AAAA")
                .get("/v1/access-records")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-unknown"));
    }

    @Test
    void a_list_goes_on_behind_its_cursor() {
        var subject = UUID.randomUUID();
        for (int i = 0; i < 130; i++) {
            bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", subject));
        }
        awaitEntries(130);

        var first =
                auditor()
                        .queryParam("subjectRef", subject)
                        .queryParam("actor", "staff-1")
                        .get("/v1/access-records")
                        .jsonPath();
        assertThat(first.getList("items")).hasSize(100);
        var second =
                auditor()
                        .queryParam("subjectRef", subject)
                        .queryParam("actor", "staff-1")
                        .queryParam("after", first.getString("next"))
                        .get("/v1/access-records")
                        .jsonPath();
        assertThat(second.getList("items")).hasSize(30);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void a_certificate_is_proven_up_to_the_signed_checkpoint() {
        var certified =
                new ErasureCertified(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        1,
                        "L2",
                        "ab".repeat(32),
                        Instant.EPOCH);
        var event = bus.tell(tenant, certified);
        awaitEntries(1);

        var bundle =
                service()
                        .get("/v1/log/proofs/" + event)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(bundle.getMap("entry.disclosed").keySet())
                .isEqualTo(java.util.Set.of("type", "time", "subject", "certificateDigest"));
        assertThat(bundle.getString("entry.disclosed.certificateDigest.value"))
                .isEqualTo("ab".repeat(32));
        assertThat(bundle.getString("entry.disclosed.type.value"))
                .isEqualTo("io.jikim.erasure.certified.v1");
        assertThat(bundle.getString("entry.disclosed.subject.value"))
                .isEqualTo(certified.subjectRef().toString());
        assertOpens(bundle);
        assertProven(bundle);
    }

    @Test
    void an_auditor_with_a_reason_opens_every_field_of_an_access() {
        var subject = UUID.randomUUID();
        var event = bus.tell(tenant, bus.access(tenant, "staff-9", "203.0.113.9", subject));
        awaitEntries(1);

        var closed = service().get("/v1/log/proofs/" + event).jsonPath();
        assertThat(closed.getMap("entry.disclosed").keySet())
                .isEqualTo(java.util.Set.of("type", "time"));

        var open = auditor().get("/v1/log/proofs/" + event).jsonPath();
        assertThat(open.getString("entry.disclosed.actor.value")).isEqualTo("staff-9");
        assertThat(open.getString("entry.disclosed.from.value")).isEqualTo("203.0.113.9");
        assertThat(open.getString("entry.disclosed.subjects.value")).isEqualTo(subject.toString());
        assertThat(open.getMap("entry.disclosed")).hasSize(14);
        assertOpens(open);
        assertProven(open);
        awaitEntries(2);
    }

    @Test
    void another_tenant_sees_nothing() {
        var subject = UUID.randomUUID();
        var event = bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", subject));
        awaitEntries(1);
        var foreign = TestTokens.forTenant("foreign").withRoles("AUDITOR").token();

        given().auth()
                .oauth2(foreign)
                .get("/v1/log/proofs/" + event)
                .then()
                .statusCode(404)
                .body("code", equalTo("entry-unknown"));
        given().auth()
                .oauth2(foreign)
                .header("Jikim-Reason", "INSPECTION")
                .queryParam("subjectRef", subject)
                .get("/v1/access-records")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        service().get("/v1/log/proofs/" + UUID.randomUUID()).then().statusCode(404);
        service().get("/v1/log/proofs/no-uuid").then().statusCode(404);
    }

    @Test
    void a_proof_that_foreign_tools_read_holds_the_leaf_as_it_is_logged_and_no_value() {
        var event =
                bus.tell(tenant, bus.access(tenant, "staff-9", "203.0.113.9", UUID.randomUUID()));
        awaitEntries(1);
        var proof = service().get("/v1/log/proofs/" + event).jsonPath();
        var file = service().get("/v1/log/tlog-proofs/" + event);

        file.then().statusCode(200).contentType("text/plain");
        var lines = file.asString().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("c2sp.org/tlog-proof@v1");
        assertThat(lines.get(1))
                .isEqualTo(
                        "extra "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ShownLeaf.logged(proof.getString("entry.leaf"))));
        assertThat(lines.get(2)).isEqualTo("index " + proof.getString("entry.index"));
        assertThat(file.asString()).endsWith("\n\n" + proof.getString("checkpoint"));
        assertThat(file.asString()).doesNotContain("staff-9", tenant);
        var foreign = TestTokens.forTenant("foreign").withRoles("AUDITOR").token();
        given().auth()
                .oauth2(foreign)
                .get("/v1/log/tlog-proofs/" + event)
                .then()
                .statusCode(404)
                .body("code", equalTo("entry-unknown"));
    }

    @Test
    void what_is_told_twice_has_one_place() {
        var event = UUID.randomUUID();
        var access = bus.access(tenant, "staff-1", "203.0.113.7", UUID.randomUUID());
        for (int i = 0; i < 5; i++) {
            bus.tell(tenant, event, access);
        }
        var last = bus.tell(tenant, access);
        await().until(() -> isLogged(last));

        assertThat(Stored.number("select count(*) from entry where event_id = '" + event + "'"))
                .isEqualTo(1);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void a_claim_with_the_id_of_a_certificate_takes_nothing_from_it() {
        var event = UUID.randomUUID();
        bus.tell(tenant, event, acknowledged("newsletter"));
        awaitEntries(1);
        var certified = certified();
        bus.tell(tenant, event, certified);
        awaitEntries(2);
        bus.tell(tenant, event, acknowledged("newsletter"));
        bus.tell(tenant, event, certified);
        var last = bus.tell(tenant, certified());
        await().until(() -> isLogged(last));

        var proof = service().get("/v1/log/proofs/" + event).jsonPath();

        assertThat(entries()).isEqualTo(3);
        assertThat(proof.getString("entry.disclosed.certificateDigest.value"))
                .isEqualTo(certified.certificateDigest());
        assertProven(proof);
    }

    @Test
    void a_claim_is_proven_by_its_id_and_claimed_by_each_for_itself() {
        var event = UUID.randomUUID();
        bus.tellAs("/newsletter", tenant, event, acknowledged("newsletter"));
        bus.tellAs("/shop", tenant, event, acknowledged("shop"));
        bus.tellAs("/shop", tenant, event, acknowledged("shop"));
        awaitEntries(2);

        var proof = service().get("/v1/log/proofs/" + event).jsonPath();

        assertThat(proof.getString("entry.disclosed.type.value"))
                .isEqualTo("io.jikim.erasure.acknowledged.v1");
        assertProven(proof);
    }

    @Test
    void nobody_but_its_speaker_tells_what_belongs_to_a_topic() {
        var before = Stored.number("select count(*) from set_aside");

        bus.tellAs("/newsletter", tenant, UUID.randomUUID(), certified());
        bus.tellAs(
                "/retention-service", tenant, UUID.randomUUID(), acknowledged("retention-service"));
        // a claim is known by whom it names, and this is whose records are posted
        bus.tellAs("client:crm@" + tenant, tenant, UUID.randomUUID(), acknowledged("crm"));

        await().until(() -> Stored.number("select count(*) from set_aside") == before + 3);
        assertThat(entries()).isZero();
    }

    private static ErasureCertified certified() {
        return new ErasureCertified(
                UUID.randomUUID(), UUID.randomUUID(), 1, "L2", "cd".repeat(32), Instant.EPOCH);
    }

    private static ErasureAcknowledged acknowledged(String participant) {
        var said =
                new Acknowledgement(
                        UUID.randomUUID(),
                        participant,
                        Phase.FROZEN,
                        1,
                        List.of(),
                        new Evidence("L0", List.of()),
                        Instant.EPOCH);
        return new ErasureAcknowledged(UUID.randomUUID(), said, "AAAA");
    }

    @Test
    void what_cannot_be_read_is_kept_aside_and_the_rest_flows() {
        var before = Stored.number("select count(*) from set_aside");
        bus.send(
                "jikim.access-records",
                tenant,
                UUID.randomUUID(),
                "io.jikim.access.recorded.v1",
                "x",
                "{\"actor\":7}".getBytes(StandardCharsets.UTF_8));
        bus.send(
                "jikim.access-records",
                tenant,
                UUID.randomUUID(),
                "io.jikim.access.recorded.v1",
                "x",
                "not json".getBytes(StandardCharsets.UTF_8));
        bus.send(
                new ProducerRecord<>(
                        "jikim.access-records",
                        "x",
                        "no headers".getBytes(StandardCharsets.UTF_8)));
        bus.send(
                "jikim.access-records",
                tenant,
                UUID.randomUUID(),
                "io.jikim.weather.changed.v1",
                "x",
                "{}".getBytes(StandardCharsets.UTF_8));
        var foreignSeal = bus.access("another", "staff-1", "203.0.113.7", UUID.randomUUID());
        bus.tell(tenant, foreignSeal);
        for (var name : List.of("staff\u0000", "staff\ud800")) {
            bus.tell(tenant, bus.access(tenant, name, "203.0.113.7", UUID.randomUUID()));
        }
        bus.tell(tenant, bus.accessWith(tenant, "\ufeff{\"from\":\"203.0.113.7\"}"));
        var good =
                bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", UUID.randomUUID()));

        await().until(() -> isLogged(good));

        await().until(() -> Stored.number("select count(*) from set_aside") == before + 7);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void the_log_holds_no_value() {
        var subject = UUID.randomUUID();
        var event = bus.tell(tenant, bus.access(tenant, "staff-secret", "203.0.113.99", subject));
        await().until(() -> isLogged(event));

        var leaf =
                Stored.text(
                        "select encode(leaf, 'escape') from entry where event_id = '"
                                + event
                                + "'");
        assertThat(leaf).doesNotContain("staff-secret", "203.0.113.99", subject.toString(), tenant);
        assertThat(
                        Stored.text(
                                "select fields || coalesce(sealed, '') from disclosure join entry using (index)"
                                        + " where event_id = '"
                                        + event
                                        + "'"))
                .doesNotContain("203.0.113.99");
    }

    @Test
    void the_head_and_the_key_are_open_to_everyone() {
        var event =
                bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", UUID.randomUUID()));
        await().until(() -> isLogged(event));

        given().get("/v1/log/checkpoint")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("jikim.test/log\n"));
        given().get("/v1/log/key")
                .then()
                .statusCode(200)
                .body(containsString("jikim.test/log+"), not(containsString(" ")));
        given().get("/v1/log/consistency?from=1&to=1").then().statusCode(401);
    }

    @Test
    void an_earlier_log_is_the_beginning_of_the_later_one() {
        var first =
                bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", UUID.randomUUID()));
        await().until(() -> isLogged(first));
        var earlier = given().get("/v1/log/checkpoint").asString().split("\n", -1);
        var second =
                bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", UUID.randomUUID()));
        await().until(() -> isLogged(second));
        var later = given().get("/v1/log/checkpoint").asString().split("\n", -1);

        var proof =
                service()
                        .get("/v1/log/consistency?from=" + earlier[1] + "&to=" + later[1])
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(
                        ProofCheck.consistent(
                                Long.parseLong(earlier[1]),
                                Long.parseLong(later[1]),
                                hash(earlier[2]),
                                hash(later[2]),
                                hashes(proof.getList("hashes"))))
                .isTrue();
        service()
                .get("/v1/log/consistency?from=1&to=999999999")
                .then()
                .statusCode(400)
                .body("code", equalTo("size-unknown"));
        service().get("/v1/log/consistency?from=0&to=1").then().statusCode(400);
    }

    @Test
    void an_event_is_under_a_signed_checkpoint_within_a_moment() {
        var warm =
                bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", UUID.randomUUID()));
        await().until(() -> isLogged(warm));
        var millis = new long[20];
        for (int i = 0; i < millis.length; i++) {
            var from = System.nanoTime();
            var event =
                    bus.tell(
                            tenant,
                            bus.access(tenant, "staff-1", "203.0.113.7", UUID.randomUUID()));
            await().pollInterval(Duration.ofMillis(5))
                    .pollDelay(Duration.ZERO)
                    .until(() -> service().get("/v1/log/proofs/" + event).statusCode() == 200);
            millis[i] = (System.nanoTime() - from) / 1_000_000;
        }
        Arrays.sort(millis);
        assertThat(millis[millis.length / 2])
                .as("median of %s", Arrays.toString(millis))
                .isLessThan(1_000);
        org.jboss.logging.Logger.getLogger(LogTest.class)
                .infof("told -> proven over REST, ms: %s", Arrays.toString(millis));
    }

    private void assertOpens(JsonPath bundle) {
        Map<String, Map<String, String>> disclosed = bundle.getMap("entry.disclosed");
        var leaf =
                new String(
                        Base64.getDecoder().decode(bundle.getString("entry.leaf")),
                        StandardCharsets.ISO_8859_1);
        disclosed.forEach((name, field) -> {
            var commitment =
                    Leaf.commit(
                            name,
                            Base64.getDecoder().decode(field.get("salt")),
                            field.get("value"));
            assertThat(leaf)
                    .contains(
                            name
                                    + "X "
                                    + new String(commitment.bytes(), StandardCharsets.ISO_8859_1));
        });
    }

    private void assertProven(JsonPath bundle) {
        var lines = bundle.getString("checkpoint").split("\n", -1);
        var leaf = MerkleHash.leaf(ShownLeaf.logged(bundle.getString("entry.leaf")));
        assertThat(
                        ProofCheck.includes(
                                bundle.getLong("entry.index"),
                                Long.parseLong(lines[1]),
                                leaf,
                                hashes(bundle.getList("proof.hashes")),
                                hash(lines[2])))
                .isTrue();
        var signed = Base64.getDecoder().decode(lines[4].substring(lines[4].lastIndexOf(' ') + 1));
        var text =
                (lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(
                        keys.verifier("log")
                                .verifies(text, Arrays.copyOfRange(signed, 4, signed.length)))
                .isTrue();
    }

    private static List<Hash> hashes(List<String> base64) {
        return base64.stream().map(LogTest::hash).toList();
    }

    private static Hash hash(String base64) {
        return Hash.of(Base64.getDecoder().decode(base64));
    }

    private void awaitEntries(long count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> entries() >= count);
    }

    private long entries() {
        return Stored.number("select count(*) from disclosure where tenant = '" + tenant + "'");
    }

    private static boolean isLogged(UUID event) {
        return Stored.number("select count(*) from entry where event_id = '" + event + "'") == 1;
    }

    private RequestSpecification auditor() {
        return given().auth().oauth2(token("AUDITOR")).header("Jikim-Reason", "INSPECTION");
    }

    private RequestSpecification service() {
        return given().auth()
                .oauth2(TestTokens.forService("retention-service").token())
                .header("Jikim-Tenant", tenant);
    }

    private String token(String role) {
        return TestTokens.forTenant(tenant).withRoles(role).withSubject("auditor-1").token();
    }
}
