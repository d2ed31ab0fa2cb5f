package io.jikim.consent.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;

import io.jikim.consent.Portal;
import io.jikim.consent.Service;
import io.jikim.consent.Told;
import io.jikim.testkit.tokens.TestTokens;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Service
class PolicyResourceTest {

    private static final String OMPASS = Portal.ompass();

    private final Portal portal = Portal.fresh();

    @Test
    void a_policy_becomes_a_draft_and_comes_into_force() {
        portal.importPolicy(OMPASS)
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("state", equalTo("DRAFT"))
                .body("digest", matchesPattern("[0-9a-f]{64}"));
        portal.as("STAFF").get("/v1/policies/current").then().statusCode(404);

        portal.publish(1).then().statusCode(200).body("state", equalTo("PUBLISHED"));
        portal.as("STAFF")
                .get("/v1/policies/current")
                .then()
                .statusCode(200)
                .body("version.version", equalTo(1))
                .body("policy.effectiveDate", equalTo("2022-03-01"));
    }

    @Test
    void the_others_are_told_its_terms_once() {
        portal.importPolicy(OMPASS);
        var first = portal.publish(1).then().statusCode(200).extract().asString();

        assertThat(portal.publish(1).asString()).isEqualTo(first);

        var told = new Told(portal.tenant(), "policy").all("policy.published");
        assertThat(told).hasSize(1);
        var terms = told.getFirst();
        assertThat(terms.path("version").asInt()).isEqualTo(1);
        assertThat(terms.path("retentionRules")).hasSize(3);
        assertThat(terms.path("purposes")).hasSize(8);
        assertThat(terms.path("items")).hasSize(16);
    }

    @Test
    void every_error_is_told_and_nothing_is_stored() {
        var broken =
                OMPASS.replace("2022-03-01\n", "2022-02-30\n")
                        .replace("service: { ko: OMPASS, en: OMPASS }", "service: { ko: OMPASS }");

        portal.importPolicy(broken)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("policy-invalid"))
                .body("errors", hasSize(2))
                .body("errors.path", hasItem("/service/en"))
                .body("errors.line", hasItem(greaterThan(3)));
        portal.importPolicy(OMPASS).then().body("version", equalTo(1));
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        portal.importPolicy(OMPASS + "# ".repeat(200_000))
                .then()
                .statusCode(413)
                .body("code", equalTo("policy-too-large"));
        portal.importPolicy("[".repeat(1_048_576))
                .then()
                .statusCode(413)
                .body("code", equalTo("policy-too-large"));
    }

    @Test
    void a_file_that_is_nested_deeper_than_any_policy_is_refused_at_once() {
        portal.importPolicy("[".repeat(80_000))
                .then()
                .statusCode(422)
                .body("code", equalTo("policy-invalid"))
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("depth"))
                .time(lessThan(2_000L));
    }

    @Test
    void another_media_type_is_not_read() {
        portal.write("TENANT_ADMIN")
                .contentType("application/json")
                .body("{}")
                .post("/v1/policies")
                .then()
                .statusCode(415);
    }

    @Test
    void the_same_key_makes_one_draft_and_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        int first = send(key, OMPASS).then().statusCode(201).extract().path("version");

        send(key, OMPASS).then().statusCode(201).body("version", equalTo(first));
        send(key, OMPASS + "\n# more\n")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_write_needs_a_key() {
        portal.importPolicy(OMPASS);
        portal.as("TENANT_ADMIN")
                .post("/v1/policies/1/publication")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void an_overtaken_draft_is_refused() {
        portal.importPolicy(OMPASS);
        portal.importPolicy(OMPASS);
        portal.publish(2).then().statusCode(200);

        portal.publish(1).then().statusCode(409).body("code", equalTo("newer-version-published"));
    }

    @Test
    void no_token_no_policy_and_no_permission_no_publication() {
        given().get("/v1/policies/current").then().statusCode(401);
        portal.write("STAFF").post("/v1/policies/1/publication").then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.forTenant(portal.tenant()).withRoles("STAFF").expired().token())
                .get("/v1/policies/current")
                .then()
                .statusCode(401);
    }

    @Test
    void versions_of_another_tenant_are_not_there() {
        portal.importPolicy(OMPASS);

        Portal.fresh().publish(1).then().statusCode(404);
    }

    private Response send(String key, String yaml) {
        return portal.as("TENANT_ADMIN")
                .header("Idempotency-Key", key)
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/v1/policies");
    }
}
