package io.jikim.platform.notes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class TokenTest {

    static Stream<String> bad() {
        var staff = TestTokens.forTenant("ground-a").withRoles("STAFF");
        return Stream.of(
                staff.expired().token(),
                staff.forAudience("another").token(),
                staff.fromIssuer("http://localhost:1/realms/jikim").token(),
                staff.signedByAStranger().token(),
                "not-a-token");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_token_that_does_not_hold_opens_nothing(String token) {
        given().auth()
                .oauth2(token)
                .get("/v1/notes")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
    }

    @Test
    void no_token_opens_only_what_is_public() {
        given().get("/v1/notes")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
        given().get("/v1/notes/open").then().statusCode(200);
    }

    @Test
    void a_role_opens_what_the_table_gives_it_and_no_more() {
        as("ground-a", "STAFF").get("/v1/notes").then().statusCode(200);
        as("ground-a", "AUDITOR")
                .get("/v1/notes")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
        as("ground-a", "SOMETHING_ELSE").get("/v1/notes").then().statusCode(403);
    }

    @Test
    void AZ2_a_tenant_sees_its_own_rows_only() {
        String mine = write("ground-a", "mine");
        String theirs = write("ground-b", "theirs");

        as("ground-a", "STAFF")
                .get("/v1/notes")
                .then()
                .body("$", hasItem(mine))
                .body("$", not(hasItem(theirs)));
        read("ground-a", mine).then().statusCode(200).body("text", equalTo("mine"));
        read("ground-a", theirs).then().statusCode(404);
    }

    @Test
    void AZ3_a_person_cannot_choose_a_tenant() {
        as("ground-a", "STAFF")
                .header("Jikim-Tenant", "ground-b")
                .get("/v1/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("another-tenant"));
    }

    @Test
    void AZ3_a_service_of_one_tenant_cannot_choose_another() {
        String mine = write("ground-a", "mine");
        String token = TestTokens.forTenant("ground-a").withRoles("JIKIM_SERVICE", "STAFF").token();

        given().auth()
                .oauth2(token)
                .header("Jikim-Tenant", "ground-b")
                .get("/v1/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("another-tenant"));
        given().auth()
                .oauth2(token)
                .header("Jikim-Tenant", "ground-a")
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .body("$", hasItem(mine));
        given().auth().oauth2(token).get("/v1/notes").then().body("$", hasItem(mine));
    }

    @Test
    void a_token_without_a_tenant_opens_nothing_that_belongs_to_one() {
        String token = TestTokens.valid().withRoles("STAFF").token();

        given().auth()
                .oauth2(token)
                .get("/v1/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant-required"));
        given().auth().oauth2(token).get("/v1/notes/open").then().statusCode(200);
    }

    @Test
    void our_own_service_names_the_tenant() {
        String token =
                TestTokens.forService("retention-service")
                        .withRoles("JIKIM_SERVICE", "STAFF")
                        .token();

        given().auth().oauth2(token).get("/v1/notes").then().statusCode(403);
        given().auth()
                .oauth2(token)
                .header("Jikim-Tenant", "ground-a")
                .get("/v1/notes")
                .then()
                .statusCode(200);
    }

    @Test
    void a_read_of_personal_data_says_why() {
        String mine = write("ground-a", "mine");

        as("ground-a", "STAFF")
                .get("/v1/notes/{id}", mine)
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"));
    }

    @Test
    void the_caller_is_known_by_subject_role_and_address() {
        var token = TestTokens.forTenant("ground-a").withRoles("STAFF").withSubject("s-1");

        given().auth()
                .oauth2(token.token())
                .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                .get("/v1/notes/caller")
                .then()
                .body("id", equalTo("s-1"))
                .body("role", equalTo("STAFF"))
                .body("from", equalTo("203.0.113.9"));
    }

    private static Response read(String tenant, String id) {
        return as(tenant, "STAFF")
                .header("Jikim-Reason", "CUSTOMER_REQUEST")
                .get("/v1/notes/" + id);
    }

    private static String write(String tenant, String text) {
        return as(tenant, "STAFF")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("text", text))
                .post("/v1/notes")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static RequestSpecification as(String tenant, String role) {
        return given().auth()
                .oauth2(TestTokens.forTenant(tenant).withRoles(role).token())
                .contentType(ContentType.JSON);
    }
}
