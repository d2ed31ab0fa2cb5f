package io.jikim.consent.consents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.jikim.consent.Portal;
import io.jikim.consent.Service;
import io.jikim.consent.Told;
import io.jikim.contracts.Kind;
import io.jikim.testkit.tokens.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Service
class ConsentResourceTest {

    private Portal portal;
    private UUID subject;

    @BeforeEach
    void register() {
        portal = Portal.withPolicy();
        subject = portal.register(Kind.ADMINISTRATOR);
    }

    @Test
    void a_notice_says_what_the_law_asks_and_its_digest_is_that_of_its_text() throws Exception {
        var notice =
                portal.as("STAFF")
                        .queryParam("kind", "ADMINISTRATOR")
                        .queryParam("lang", "en")
                        .get("/v1/notices")
                        .then()
                        .statusCode(200)
                        .body("$", hasSize(5))
                        .extract()
                        .jsonPath()
                        .getMap("find { it.purpose == 'advertising' }");

        var text = (String) notice.get("text");
        assertThat(text)
                .contains(
                        "Purpose: Provision of advertising information",
                        "Items: Email, Country code, Phone number, Cookies",
                        "until withdrawal",
                        "You may refuse without losing the service");
        var sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(notice.get("digest"))
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8))));
        assertThat(notice.get("optional")).isEqualTo(true);
    }

    @Test
    void a_notice_names_only_the_items_of_that_kind_of_person() {
        var text =
                portal.as("STAFF")
                        .queryParam("kind", "USER")
                        .queryParam("lang", "en")
                        .get("/v1/notices")
                        .then()
                        .extract()
                        .<String>path("find { it.purpose == 'advertising' }.text");

        assertThat(text).contains("Items: Email, Cookies").doesNotContain("Phone number");
    }

    @Test
    void a_consent_is_given_refused_and_withdrawn() {
        assertThat(portal.because(subject, "advertising")).containsExactly("NOT_CONSENTED");

        var id = portal.give(subject, "advertising");
        assertThat(portal.allows(subject, "advertising")).isTrue();

        portal.withdraw(id)
                .then()
                .statusCode(200)
                .body("decision", equalTo("WITHDRAWN"))
                .body("purpose", equalTo("advertising"));
        assertThat(portal.because(subject, "advertising")).containsExactly("WITHDRAWN");

        portal.send(portal.answer(subject, "usage-statistics", "REFUSED"))
                .then()
                .statusCode(201)
                .body("decision", equalTo("REFUSED"));
        assertThat(portal.because(subject, "usage-statistics")).containsExactly("REFUSED");
        assertThat(portal.told(subject).types())
                .containsExactly(
                        "io.jikim.consent.given.v1",
                        "io.jikim.consent.withdrawn.v1",
                        "io.jikim.consent.refused.v1");
    }

    @Test
    void a_withdrawal_tells_which_purposes_remain() {
        portal.give(subject, "service-supply");
        portal.withdraw(portal.give(subject, "advertising"));

        var withdrawn = portal.told(subject).all("consent.withdrawn").getFirst();
        assertThat(withdrawn.path("remainingPurposes"))
                .extracting(code -> code.asText())
                .containsExactly(
                        "complaint-handling",
                        "customer-support",
                        "misuse-prevention",
                        "service-supply");
    }

    @Test
    void withdrawing_twice_answers_the_same_and_tells_once() {
        var id = portal.give(subject, "advertising");
        var first = portal.withdraw(id).then().statusCode(200).extract().asString();

        assertThat(portal.withdraw(id).asString()).isEqualTo(first);
        assertThat(portal.told(subject).all("consent.withdrawn")).hasSize(1);
    }

    @Test
    void what_was_not_shown_cannot_be_consented_to() {
        var answer = new HashMap<>(portal.answer(subject, "advertising", "GIVEN"));
        answer.put("noticeDigest", "0".repeat(64));
        refused(answer, "notice-not-current");

        answer.putAll(portal.answer(subject, "advertising", "GIVEN"));
        answer.put("purpose", "resale");
        refused(answer, "no-such-purpose");

        answer.put("purpose", "complaint-handling");
        refused(answer, "consent-not-needed");
        assertThat(portal.told(subject).facts()).isEmpty();
    }

    @Test
    void the_same_key_records_one_answer() {
        var key = UUID.randomUUID().toString();
        var answer = portal.answer(subject, "advertising", "GIVEN");
        String first = keyed(key, answer).then().statusCode(201).extract().path("consentId");

        keyed(key, answer).then().statusCode(201).body("consentId", equalTo(first));
        keyed(key, portal.answer(subject, "usage-statistics", "GIVEN")).then().statusCode(422);
        assertThat(portal.told(subject).facts()).hasSize(1);
    }

    @Test
    void bad_input_is_told_field_by_field() {
        portal.send(Map.of("subjectRef", subject, "lang", "fr"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.path", hasItem("purpose"))
                .body("errors.path", hasItem("lang"));
        portal.write("STAFF")
                .contentType(ContentType.JSON)
                .body("{\"subjectRef\": 7")
                .post("/v1/consents")
                .then()
                .statusCode(400);
        portal.write("STAFF")
                .contentType(ContentType.JSON)
                .post("/v1/consents")
                .then()
                .statusCode(400);
        portal.as("STAFF")
                .queryParam("kind", "ROBOT")
                .queryParam("lang", "en")
                .get("/v1/notices")
                .then()
                .statusCode(400);
        portal.as("STAFF").get("/v1/decisions").then().statusCode(400);
    }

    @Test
    void reading_a_history_needs_a_reason_and_leaves_a_record() {
        portal.give(subject, "advertising");
        var reader = UUID.randomUUID().toString();
        var token =
                TestTokens.forTenant(portal.tenant())
                        .withRoles("STAFF")
                        .withSubject(reader)
                        .token();

        given().auth()
                .oauth2(token)
                .get("/v1/subjects/{ref}/consents", subject)
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"));
        given().auth()
                .oauth2(token)
                .header("Jikim-Reason", "CUSTOMER_REQUEST")
                .get("/v1/subjects/{ref}/consents", subject)
                .then()
                .statusCode(200)
                .body("consents", hasSize(1))
                .body("history[0].proof.lang", equalTo("en"));

        var records = new Told(portal.tenant(), reader).all("access.recorded");
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().path("reason").asText()).isEqualTo("CUSTOMER_REQUEST");
        assertThat(records.getFirst().at("/subjects/0").asText()).isEqualTo(subject.toString());
    }

    @Test
    void a_termination_stops_everything_and_answers_the_same_twice() {
        var first = portal.terminate(subject);
        first.then().statusCode(200).body("status", equalTo("PROCESSING_STOPPED"));

        assertThat(portal.terminate(subject).asString()).isEqualTo(first.asString());
        assertThat(portal.told(subject).all("membership.terminated")).hasSize(1);
        for (var purpose : List.of("complaint-handling", "advertising", "service-supply")) {
            assertThat(portal.because(subject, purpose)).contains("MEMBERSHIP_TERMINATED");
        }
        refused(portal.answer(subject, "advertising", "GIVEN"), "membership-terminated");
    }

    @Test
    void another_tenant_finds_nothing() {
        var id = portal.give(subject, "advertising");
        var other = Portal.withPolicy();

        other.decision(subject, "advertising").then().statusCode(404);
        other.withdraw(id).then().statusCode(404);
        other.terminate(subject).then().statusCode(404);
        other.as("STAFF")
                .header("Jikim-Reason", "CUSTOMER_REQUEST")
                .get("/v1/subjects/{ref}/consents", subject)
                .then()
                .statusCode(404);
        assertThat(portal.allows(subject, "advertising")).isTrue();
    }

    @Test
    void no_token_and_no_permission_open_nothing() {
        given().get("/v1/decisions").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/consents")
                .then()
                .statusCode(401);
        portal.write("AUDITOR")
                .contentType(ContentType.JSON)
                .body(portal.answer(subject, "advertising", "GIVEN"))
                .post("/v1/consents")
                .then()
                .statusCode(403);
        portal.write("AUDITOR")
                .post("/v1/memberships/{ref}/termination", subject)
                .then()
                .statusCode(403);
    }

    private void refused(Map<String, Object> answer, String code) {
        portal.send(answer)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private Response keyed(String key, Map<String, Object> answer) {
        return portal.as("STAFF")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(answer)
                .post("/v1/consents");
    }
}
