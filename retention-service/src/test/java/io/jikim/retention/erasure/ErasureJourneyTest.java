package io.jikim.retention.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.jikim.contracts.ConsentWithdrawn;
import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureAcknowledged.Result;
import io.jikim.contracts.MembershipTerminated;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.platform.crypto.Verifier;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class ErasureJourneyTest {
    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID alice = UUID.randomUUID();
    private final String address = "alice-" + alice + "@example.test";

    @Inject SigningKeys keys;
    @Inject SubjectKeys subjectKeys;
    private OtherServices others;

    @BeforeEach
    void a_policy_is_published() {
        others = new OtherServices(tenant, keys);
        others.publishPolicy();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> officer().get("/v1/rules").then().statusCode(200));
    }

    @Test
    void a_termination_ends_in_a_certificate_that_anybody_can_check() {
        var id = terminate();
        deposit(id);
        others.answerEverything(id, alice);
        var certified = awaitState(id, "CERTIFIED");

        certified.body("progress.revision", equalTo(1));
        assertThat(LocalStack.shared().mails(address)).hasSize(1);
        assertThat(LocalStack.shared().mails(address).getFirst().toString())
                .doesNotContain("{words")
                .contains("Erased");

        var bundle =
                officer()
                        .get("/v1/erasures/" + id + "/certificate")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        var text =
                bundle.substring("{\"certificate\":".length(), bundle.indexOf(",\"signature\":"));
        var json = JsonPath.from(bundle);
        assertThat(signed(text, json.getString("signature.value"))).isTrue();
        assertThat(
                        signed(
                                text.replace("MEMBERSHIP", "MEMBERSHIR"),
                                json.getString("signature.value")))
                .isFalse();
        assertThat(json.getString("certificate.identifiers.state")).isEqualTo("DESTROYED");
        assertThat(json.getString("certificate.level")).isEqualTo("L2");
        assertThat(json.getString("certificate.notice.status")).isEqualTo("SENT");
        assertThat(bundle).doesNotContain("alice");

        participant("consent-service")
                .header("Jikim-Reason", "ERASURE")
                .get("/v1/erasures/" + id + "/identifiers")
                .then()
                .statusCode(410);
    }

    @Test
    void reading_identifiers_needs_a_reason_and_leaves_a_record() {
        var id = terminate();
        participant("consent-service")
                .header("Jikim-Reason", "ERASURE")
                .get("/v1/erasures/" + id + "/identifiers")
                .then()
                .statusCode(409);
        deposit(id);

        participant("consent-service")
                .get("/v1/erasures/" + id + "/identifiers")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"));
        participant("consent-service")
                .header("Jikim-Reason", "ERASURE")
                .get("/v1/erasures/" + id + "/identifiers")
                .then()
                .statusCode(200)
                .body("externalId", equalTo("42"));
        assertThat(others.accessRecordsOf(alice))
                .anyMatch(r -> r.contains("erasure.read-identifiers"));
    }

    @Test
    void only_the_clients_of_the_participants_of_a_case_read_whom_it_is_about() {
        register(participant("newsletter-a"), "newsletter").statusCode(200);
        register(participant("weather"), "newsletter")
                .statusCode(409)
                .body("code", equalTo("name-taken"));
        var id = terminate();
        deposit(id);
        retire("TENANT_ADMIN", "newsletter").statusCode(200);

        whom(id, "newsletter-a").statusCode(200).body("externalId", equalTo("42"));
        for (var stranger : List.of("newsletter", "weather")) {
            whom(id, stranger).statusCode(404);
        }
    }

    private ValidatableResponse whom(UUID id, String client) {
        return participant(client)
                .header("Jikim-Reason", "ERASURE")
                .get("/v1/erasures/" + id + "/identifiers")
                .then();
    }

    private ValidatableResponse register(
            io.restassured.specification.RequestSpecification by, String name) {
        var key = Base64.getEncoder().encodeToString(keys.verifier("log").spki());
        return by.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", name, "publicKey", key, "categories", List.of()))
                .post("/v1/participants")
                .then();
    }

    private io.restassured.specification.RequestSpecification participant(String client) {
        var token = TestTokens.forTenant(tenant).withRoles("PARTICIPANT").with("azp", client);
        return given().auth().oauth2(token.token());
    }

    @Test
    void a_case_stays_open_while_the_mail_server_is_away_and_goes_on_by_itself() {
        LocalStack.shared().stop("mail");
        UUID id;
        try {
            id = terminate();
            deposit(id);
            others.answerEverything(id, alice);
            awaitState(id, "VERIFIED");
        } finally {
            LocalStack.shared().start("mail");
        }

        awaitState(id, "CERTIFIED");
        assertThat(LocalStack.shared().mails(address)).hasSize(1);
    }

    @Test
    void a_case_that_came_back_from_a_backup_without_its_key_ends_in_a_certificate() {
        var id = terminate();
        deposit(id);
        awaitState(id, "ORDERED");
        TenantScope.run(
                new Tenant(tenant),
                () -> subjectKeys.destroy(KeyName.open(alice, "case:" + id), id));

        whom(id, "consent-service").statusCode(200).body("externalId", nullValue());
        others.answerEverything(id, alice);
        awaitState(id, "CERTIFIED");

        var bundle = officer().get("/v1/erasures/" + id + "/certificate").jsonPath();
        assertThat(bundle.getString("certificate.notice.status")).isEqualTo("NO_ADDRESS");
        assertThat(LocalStack.shared().mails(address)).isEmpty();
    }

    @Test
    void a_termination_that_a_restored_database_has_lost_opens_its_case_when_it_is_told_again()
            throws SQLException {
        var lost = terminate();
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("retention"));
                var statement = connection.createStatement()) {
            statement.execute("delete from erasure where id = '" + lost + "'");
            statement.execute("delete from inbox where subject = '" + alice + "'");
            statement.execute("delete from inbox_cursor where subject = '" + alice + "'");
        }

        others.sayAgain();

        var again =
                await().atMost(Duration.ofSeconds(12))
                        .until(
                                () ->
                                        officer()
                                                .get("/v1/erasures?subjectRef=" + alice)
                                                .jsonPath()
                                                .getList("cases.id", UUID.class),
                                cases -> !cases.isEmpty());
        assertThat(again).hasSize(1).doesNotContain(lost);
    }

    @Test
    void a_hold_on_a_category_that_nobody_knows_is_refused_and_told_which_there_are() {
        askForHold("payment-records", "payments")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-category"))
                .body("errors", equalTo(List.of("payments")))
                .body("detail", containsString("payment-records"));
        as("HOLD_CUSTODIAN")
                .queryParam("subjectRef", alice)
                .get("/v1/holds")
                .then()
                .body("size()", equalTo(0));
    }

    @Test
    void a_hold_keeps_what_it_names_and_its_release_finishes_the_case() {
        var hold = placeHold("payment-records");
        var id = terminate();
        deposit(id);
        others.answerEverything(id, alice);
        awaitState(id, "CERTIFIED").body("progress.held", equalTo(List.of("payment-records")));

        as("HOLD_CUSTODIAN")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/holds/" + hold + "/release")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> read(id).body("progress.round", equalTo(2)));
        others.answerEverything(id, alice);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        read(id).body("state", equalTo("CERTIFIED"))
                                .body("progress.revision", equalTo(2))
                                .body("progress.held", equalTo(List.of())));
    }

    @Test
    void a_withdrawal_erases_exactly_what_no_remaining_purpose_needs() {
        others.say(
                new ConsentWithdrawn(
                        UUID.randomUUID(),
                        alice,
                        "advertising",
                        1,
                        List.of("service"),
                        Instant.now()));
        var id = opened();
        deposit(id);
        await().untilAsserted(() -> read(id).body("state", equalTo("ORDERED")));

        var plan =
                officer()
                        .get("/v1/erasures/" + id + "/plan")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        assertThat(plan.getList("lines.findAll { it.disposition == 'ERASE' }.category"))
                .containsExactlyInAnyOrder("profile", "marketing");
        assertThat(plan.getList("lines.find { it.disposition == 'KEEP' }.items"))
                .isEqualTo(List.of("email"));
        assertThat(plan.getList("lines.find { it.disposition == 'KEEP' }.neededBy"))
                .isEqualTo(List.of("service"));
    }

    @Test
    void a_deadline_that_passes_names_who_is_silent() {
        var id = terminate();
        deposit(id);
        as("TENANT_ADMIN")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("advance", "P6D"))
                .put("/v1/local/business-clock")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        read(id).body(
                                        "progress.participants.find { it.name == 'consent-service' }.status",
                                        equalTo("OVERDUE")));
        others.answerEverything(id, alice);
        awaitState(id, "CERTIFIED");
    }

    @Test
    void a_forged_acknowledgement_changes_nothing() {
        var id = terminate();
        deposit(id);
        await().untilAsserted(() -> read(id).body("state", equalTo("ORDERED")));
        others.forge(id, alice);
        others.answer(id, alice, "audit-log-service", 1);

        await().untilAsserted(() ->
                read(id).body(
                                "progress.participants.find { it.name == 'audit-log-service' }.status",
                                equalTo("ERASED")));
        read(id).body(
                        "progress.participants.find { it.name == 'consent-service' }.status",
                        equalTo("PENDING"));
    }

    @Test
    void a_case_whose_participant_does_not_do_as_ordered_is_never_certified_until_it_does() {
        register("newsletter", List.of("marketing")).statusCode(200);
        var id = terminate();
        deposit(id);
        others.answerEverything(id, alice);
        await().untilAsserted(
                        () -> read(id).body("progress.awaited", equalTo(List.of("newsletter"))));

        others.answer(
                id,
                alice,
                "newsletter",
                keys.signer("log"),
                List.of(new Result("marketing", Disposition.KEEP, 2, null, null)));

        var part = "progress.participants.find { it.name == 'newsletter' }";
        await().untilAsserted(() -> read(id).body(part + ".status", equalTo("CONTESTED")));
        read(id).body("state", equalTo("ORDERED"))
                .body("progress.awaited", equalTo(List.of("newsletter")))
                .body(part + ".contested.category", equalTo(List.of("marketing")))
                .body(part + ".contested.said", equalTo(List.of("KEPT")))
                .body(part + ".contested.why", equalTo(List.of("no-purpose")));
        officer()
                .accept("text/html")
                .get("/v1/erasures/" + id + "?lang=en")
                .then()
                .body(containsString("no-purpose"));
        officer().get("/v1/erasures/" + id + "/certificate").then().statusCode(404);
        given().get("/q/health/well")
                .then()
                .statusCode(503)
                .body(containsString("contested.newsletter"));

        others.answer(
                id,
                alice,
                "newsletter",
                keys.signer("log"),
                List.of(new Result("marketing", Disposition.ERASE, 2, null, null)));

        awaitState(id, "CERTIFIED").body(part + ".status", equalTo("ERASED"));
        given().get("/q/health/well").then().body(not(containsString("contested.newsletter")));
    }

    @Test
    void a_name_that_stands_for_the_installation_is_nobodys_to_register() {
        for (var reserved :
                List.of(
                        "consent-service",
                        "identity-provider",
                        "retention-service",
                        "archive",
                        "jikim-helper")) {
            register(reserved, List.of()).statusCode(409).body("code", equalTo("name-reserved"));
        }
        register("system:shop", List.of()).statusCode(400);
    }

    @Test
    void a_retired_participant_is_asked_in_no_new_case_and_still_in_those_that_are_open() {
        register("newsletter", List.of("marketing")).statusCode(200);
        var open = terminate();
        retire("PARTICIPANT", "newsletter").statusCode(403);
        retire("TENANT_ADMIN", "nobody").statusCode(404);

        retire("TENANT_ADMIN", "newsletter").statusCode(200);

        assertThat(others.published("io.jikim.access.recorded.v1"))
                .anyMatch(r ->
                        r.contains("participant.retire") && r.contains("participant:newsletter"));
        officer().get("/v1/participants").then().body("name", equalTo(List.of()));
        read(open).body("progress.awaited", org.hamcrest.Matchers.hasItem("newsletter"));
        others.say(
                new ConsentWithdrawn(
                        UUID.randomUUID(),
                        alice,
                        "advertising",
                        1,
                        List.of("service"),
                        Instant.now()));
        await().untilAsserted(() -> {
            var cases =
                    officer()
                            .get("/v1/erasures?subjectRef=" + alice)
                            .jsonPath()
                            .getList("cases.id");
            assertThat(cases).hasSize(2);
        });
        var newer =
                UUID.fromString(
                        officer()
                                .get("/v1/erasures?subjectRef=" + alice)
                                .jsonPath()
                                .getString("cases[0].id"));
        read(newer)
                .body("scope.kind", equalTo("PURPOSE"))
                .body("progress.awaited", not(org.hamcrest.Matchers.hasItem("newsletter")));
    }

    @Test
    void no_account_of_the_service_writes_which_migrations_ran() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("retention"));
                var statement = connection.createStatement()) {
            for (var role : List.of("retention_app", "retention_relay")) {
                statement.execute("set role " + role);
                assertThatThrownBy(() -> statement.execute("delete from flyway_schema_history"))
                        .hasMessageContaining("permission denied");
                statement.execute("reset role");
            }
        }
    }

    private ValidatableResponse retire(String role, String name) {
        return as(role).header("Idempotency-Key", UUID.randomUUID())
                .header("Jikim-Reason", "SERVICE_CLOSED")
                .post("/v1/participants/" + name + "/retirement")
                .then();
    }

    private ValidatableResponse register(String name, List<String> categories) {
        var key = Base64.getEncoder().encodeToString(keys.verifier("log").spki());
        return register(Map.of("name", name, "publicKey", key, "categories", categories));
    }

    @Test
    void a_participant_names_no_more_categories_than_fit_into_an_order() {
        register("greedy", categories(0, 201)).statusCode(400);
        register("greedy", categories(0, 150)).statusCode(200);
        register("greedier", categories(100, 201))
                .statusCode(409)
                .body("code", equalTo("too-many-categories"));
        register("greedier", categories(100, 200)).statusCode(200);
        var id = terminate();
        deposit(id);

        awaitState(id, "ORDERED");
    }

    @Test
    void cases_that_cannot_go_on_keep_nobody_elses_waiting() throws SQLException {
        register("greedy", categories(0, 1)).statusCode(200);
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("retention"));
                var statement = connection.createStatement()) {
            statement.execute(
                    "update participant set categories = array(select repeat('c', 56) || to_char(i, 'FM0000')"
                            + " from generate_series(1, 700) i) where tenant = '"
                            + tenant
                            + "'");
            var stuck = terminate();
            deposit(stuck);
            var neighbours = UUID.randomUUID();
            statement.execute(
                    """
                    with more as (
                        insert into erasure (id, tenant, subject, trigger_event, scope, state, opened_at, deadline, recheck_at, document)
                        select gen_random_uuid(), tenant, subject, gen_random_uuid(), scope, state, opened_at, deadline,
                            now() - interval '1 hour', document
                        from erasure cross join generate_series(1, 100) where id = '%1$s' returning id, tenant)
                    insert into case_identifiers (erasure, tenant, sealed)
                    select m.id, m.tenant, i.sealed from more m, case_identifiers i where i.erasure = '%1$s'
                    """
                            .formatted(stuck));
            statement.execute(
                    """
                    insert into erasure (id, tenant, subject, trigger_event, scope, state, opened_at, deadline, recheck_at, document)
                    select '%s', 'neighbour', subject, gen_random_uuid(), scope, 'OPENED', opened_at, deadline,
                        now() - interval '1 minute', document
                    from erasure where id = '%s'
                    """
                            .formatted(neighbours, stuck));
            try {
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> isLookedAt(connection, neighbours));
            } finally {
                statement.execute(
                        "update participant set categories = '{}' where tenant = '" + tenant + "'");
            }
        }
    }

    private static boolean isLookedAt(Connection connection, UUID id) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select recheck_at is null from erasure where id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static List<String> categories(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> "c".repeat(56) + "%04d".formatted(number))
                .toList();
    }

    @Test
    void people_read_a_case_as_a_page_in_their_language() {
        var id = terminate();

        officer()
                .accept("text/html")
                .get("/v1/erasures/" + id + "?lang=en")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("Who is waited for"))
                .body(containsString("consent-service"));
        officer()
                .accept("text/html")
                .get("/v1/erasures/" + id)
                .then()
                .statusCode(200)
                .body(containsString("응답을 기다리는 곳"));
        officer()
                .accept("*/*")
                .get("/v1/erasures/" + id)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON);
    }

    @Test
    void another_tenant_sees_nothing() {
        var id = terminate();
        given().auth()
                .oauth2(TestTokens.forTenant("somebody-else").withRoles("PRIVACY_OFFICER").token())
                .get("/v1/erasures/" + id)
                .then()
                .statusCode(404);
        given().get("/v1/erasures/" + id).then().statusCode(401);
        as("DATA_SUBJECT").get("/v1/erasures/" + id).then().statusCode(403);
    }

    @Test
    void a_participant_registers_once_with_its_own_key() {
        var body =
                Map.of(
                        "name",
                        "newsletter",
                        "publicKey",
                        Base64.getEncoder().encodeToString(keys.verifier("log").spki()),
                        "categories",
                        List.of("marketing"));
        register(body).statusCode(200);
        register(body).statusCode(200);
        register(
                        Map.of(
                                "name",
                                "newsletter",
                                "publicKey",
                                Base64.getEncoder()
                                        .encodeToString(keys.verifier("certificate").spki()),
                                "categories",
                                List.of()))
                .statusCode(409)
                .body("code", equalTo("name-taken"));
        register(Map.of("name", "broken", "publicKey", "AAAA", "categories", List.of()))
                .statusCode(400);

        var id = terminate();
        read(id).body("progress.awaited", org.hamcrest.Matchers.hasItem("newsletter"));
    }

    @RepeatedTest(3)
    void a_participant_that_registers_many_times_at_once_is_told_the_same() throws Exception {
        var key = Base64.getEncoder().encodeToString(keys.verifier("log").spki());
        var body = Map.of("name", "racer", "publicKey", key, "categories", List.of());
        Callable<Integer> register = () -> register(body).extract().statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(8, register))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void business_time_moves_by_nothing_and_never_out_of_reach() {
        advance("P1Y").statusCode(200);
        for (int i = 0; i < 5; i++) {
            advance("P0D").statusCode(200);
        }

        for (var far : List.of("P200Y", "P2400M", "P73000D", "P999999999Y")) {
            advance(far).statusCode(400).body("code", equalTo("too-far"));
        }
        advance("P198Y").statusCode(200);
    }

    private ValidatableResponse advance(String period) {
        return as("TENANT_ADMIN")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("advance", period))
                .put("/v1/local/business-clock")
                .then();
    }

    private ValidatableResponse register(Map<String, ?> body) {
        return as("PARTICIPANT")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/v1/participants")
                .then();
    }

    private boolean signed(String text, String signature) {
        var pem = given().get("/v1/certificate-key").then().statusCode(200).extract().asString();
        return Verifier.ofPem(pem)
                .verifies(
                        text.getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(signature));
    }

    private UUID terminate() {
        others.say(new MembershipTerminated(alice, 1, Instant.now()));
        return opened();
    }

    private UUID opened() {
        return await().atMost(Duration.ofSeconds(12))
                .until(
                        () ->
                                officer()
                                        .get("/v1/erasures?subjectRef=" + alice)
                                        .jsonPath()
                                        .getList("cases.id", UUID.class),
                        cases -> !cases.isEmpty())
                .getFirst();
    }

    private void deposit(UUID id) {
        given().auth()
                .oauth2(TestTokens.forService("identity-verification-service").token())
                .header("Jikim-Tenant", tenant)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "kind",
                                "ADMINISTRATOR",
                                "externalId",
                                "42",
                                "email",
                                address,
                                "locale",
                                "en"))
                .post("/v1/erasures/" + id + "/identifiers")
                .then()
                .statusCode(200);
    }

    private Response askForHold(String... categories) {
        return as("HOLD_CUSTODIAN")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(
                        Map.of(
                                "subjectRef",
                                alice,
                                "categories",
                                List.of(categories),
                                "matter",
                                "2026-17"))
                .post("/v1/holds");
    }

    private UUID placeHold(String category) {
        return askForHold(category).then().statusCode(201).extract().jsonPath().getUUID("id");
    }

    private ValidatableResponse awaitState(UUID id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> read(id).body("state", equalTo(state)));
        return read(id);
    }

    private ValidatableResponse read(UUID id) {
        return officer().get("/v1/erasures/" + id).then().statusCode(200);
    }

    private io.restassured.specification.RequestSpecification officer() {
        return as("PRIVACY_OFFICER");
    }

    private io.restassured.specification.RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.forTenant(tenant).withRoles(role).token());
    }
}
