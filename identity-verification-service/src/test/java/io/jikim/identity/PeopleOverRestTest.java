package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.jikim.testkit.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class PeopleOverRestTest {

    private final Desk desk = Desk.open();

    @Test
    void registers_a_person_seals_what_she_gave_and_announces_only_codes() {
        var email = Desk.address();
        var ref = desk.registered(email);

        var fact = Bus.told(desk.tenant(), "person.registered").getFirst();
        assertThat(fact.path("subjectRef").asText()).isEqualTo(ref.toString());
        assertThat(fact.path("items")).hasSize(3);
        assertThat(fact.toString()).doesNotContain("Marker-Ada", email);
        assertThat(
                        Desk.count(
                                "person_item",
                                "ref = '"
                                        + ref
                                        + "' and position('Marker-Ada'::bytea in value) > 0"))
                .isZero();
        desk.profile(ref)
                .then()
                .statusCode(200)
                .body("items.email", equalTo(email))
                .body("items.first-name", equalTo("Marker-Ada"));
    }

    @Test
    void nothing_is_collected_before_a_policy_is_published() {
        new Desk("t-empty")
                .register("x", Desk.address())
                .then()
                .statusCode(409)
                .body("code", equalTo("no-policy"));
    }

    @Test
    void names_what_the_policy_does_not_collect_and_what_it_requires() {
        desk.staff()
                .body(
                        Map.of(
                                "kind", "ADMINISTRATOR",
                                "externalId", "x",
                                "items", Map.of("email", Desk.address(), "shoe-size", "42")))
                .post("/v1/people")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-item"))
                .body("errors.item", hasItem("shoe-size"))
                .body("errors.item", hasItem("first-name"));
        desk.staff()
                .body(
                        Map.of(
                                "kind", "USER",
                                "externalId", "x",
                                "items", Map.of("email", "ada@example.org\nBcc: eve@example.org")))
                .post("/v1/people")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-item"))
                .body("errors[0].item", equalTo("email"))
                .body(not(containsString("eve@example.org")));
    }

    @Test
    void the_same_external_id_is_taken_but_only_in_this_tenant() {
        desk.register("x-1", Desk.address()).then().statusCode(201);
        desk.register("x-1", Desk.address())
                .then()
                .statusCode(409)
                .body("code", equalTo("external-id-taken"));
        Desk.open().register("x-1", Desk.address()).then().statusCode(201);
    }

    @RepeatedTest(3)
    void of_many_who_want_an_external_id_at_once_one_gets_it() throws Exception {
        var mail = Desk.address();
        var answers = atOnce(8, () -> desk.register("x-raced", mail));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(lost -> lost.then().body("code", equalTo("external-id-taken")));
        onlyOneIsThere(mail);
    }

    @Test
    void the_same_request_many_times_at_once_is_one_registration() throws Exception {
        var key = UUID.randomUUID().toString();
        var mail = Desk.address();
        var body = Map.of("kind", "USER", "externalId", "x-raced", "items", Map.of("email", mail));
        var answers = atOnce(8, () -> post(key, body));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.path("subjectRef"))
                .containsOnly(answers.getFirst().<String>path("subjectRef"));
        onlyOneIsThere(mail);
    }

    /// One row, one fact, one account to make, and nobody was written to.
    private void onlyOneIsThere(String mail) {
        var mine = "tenant = '" + desk.tenant() + "'";
        assertThat(Bus.told(desk.tenant(), "person.registered")).hasSize(1);
        assertThat(Desk.count("person", mine)).isEqualTo(1);
        var ref =
                Bus.told(desk.tenant(), "person.registered").getFirst().path("subjectRef").asText();
        assertThat(Desk.count("person_item", mine + " and ref <> '" + ref + "'")).isZero();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Neighbours.state().containsKey("user/" + ref));
        assertThat(Desk.count("account_task", mine + " and ref <> '" + ref + "'")).isZero();
        assertThat(LocalStack.shared().mails(mail)).isEmpty();
    }

    private static List<Response> atOnce(int times, Callable<Response> request) throws Exception {
        List<Response> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(times, request))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void the_same_request_twice_registers_one_person_and_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        var body =
                Map.of(
                        "kind", "USER",
                        "externalId", "twice",
                        "items", Map.of("email", Desk.address()));
        var first = post(key, body).then().statusCode(201).extract().<String>path("subjectRef");
        var second = post(key, body).then().statusCode(201).extract().<String>path("subjectRef");

        assertThat(second).isEqualTo(first);
        assertThat(Bus.told(desk.tenant(), "person.registered")).hasSize(1);
        post(key, Map.of("kind", "USER", "externalId", "other", "items", Map.of()))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    private Response post(String key, Map<String, ?> body) {
        return desk.as("STAFF")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/people");
    }

    @Test
    void a_profile_is_read_with_a_reason_only_and_each_reading_leaves_one_record() {
        var ref = desk.registered(Desk.address());

        desk.as("STAFF")
                .get("/v1/people/" + ref)
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"));
        assertThat(Bus.told(desk.tenant(), "access.recorded")).isEmpty();

        desk.profile(ref).then().statusCode(200);

        var records = Bus.told(desk.tenant(), "access.recorded");
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().path("reason").asText()).isEqualTo("CUSTOMER_REQUEST");
        assertThat(records.getFirst().path("subjects").get(0).asText()).isEqualTo(ref.toString());
    }

    @Test
    void lists_people_page_by_page_without_what_they_gave() {
        for (int i = 0; i < 3; i++) {
            desk.registered(Desk.address());
        }
        String next =
                desk.as("STAFF")
                        .get("/v1/people?limit=2")
                        .then()
                        .statusCode(200)
                        .body("people", hasSize(2))
                        .body(not(containsString("Marker-Ada")))
                        .body(not(containsString("@")))
                        .extract()
                        .path("next");
        desk.as("STAFF")
                .get("/v1/people?limit=2&after=" + next)
                .then()
                .statusCode(200)
                .body("people", hasSize(1))
                .body("next", equalTo(null));
        desk.as("STAFF").get("/v1/people?after=nonsense").then().statusCode(400);
    }

    @Test
    void another_tenants_people_do_not_exist_here() {
        var ref = desk.registered(Desk.address());
        var other = Desk.open();

        other.profile(ref).then().statusCode(404).body("code", equalTo("not-found"));
        other.profile(UUID.randomUUID()).then().statusCode(404).body("code", equalTo("not-found"));
        other.as("STAFF").get("/v1/people").then().body("people", hasSize(0));
        other.staff()
                .body(Map.of("value", "Eve"))
                .put("/v1/people/" + ref + "/items/first-name")
                .then()
                .statusCode(404);
        other.staff()
                .body(Map.of("subjectRef", ref))
                .post("/v1/verifications")
                .then()
                .statusCode(404);
    }

    @Test
    void corrects_an_item_and_announces_it() {
        var ref = desk.registered(Desk.address());

        desk.staff()
                .body(Map.of("value", "Grace"))
                .put("/v1/people/" + ref + "/items/first-name")
                .then()
                .statusCode(200)
                .body("item", equalTo("first-name"));

        desk.profile(ref).then().body("items.first-name", equalTo("Grace"));
        var fact = Bus.told(desk.tenant(), "person.corrected").getFirst();
        assertThat(fact.path("items").get(0).asText()).isEqualTo("first-name");
        desk.staff()
                .body(Map.of("value", "42"))
                .put("/v1/people/" + ref + "/items/shoe-size")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-item"));
    }

    @Test
    void roles_decide_who_may_do_what() {
        desk.as("AUDITOR").get("/v1/people").then().statusCode(403);
        desk.as("HOLD_CUSTODIAN").get("/v1/people/" + UUID.randomUUID()).then().statusCode(403);
        RestAssured.get("/v1/people").then().statusCode(401);
    }

    @Test
    void a_login_account_named_by_the_ref_alone_comes_by_itself_even_if_the_provider_was_away() {
        Neighbours.state().put("away/provider", "yes");
        UUID ref;
        try {
            ref = desk.registered(Desk.address());
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            Desk.count("account_task", "ref = '" + ref + "' and attempts > 0")
                                    == 1);
            RestAssured.get("/q/health/well")
                    .then()
                    .statusCode(503)
                    .body(containsString("\"loginAccounts\""))
                    .body(
                            "checks.find { it.name == 'owed-work' }.data.identityProvider",
                            equalTo("away"));
            RestAssured.get("/q/health/ready").then().statusCode(200);
        } finally {
            Neighbours.state().remove("away/provider");
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> Neighbours.state().containsKey("user/" + ref));
        assertThat(Neighbours.state().get("user/" + ref))
                .contains(ref.toString(), desk.tenant())
                .doesNotContain("Marker-Ada", "@");
        await().until(() -> Desk.count("account_task", "ref = '" + ref + "'") == 0);
    }
}
