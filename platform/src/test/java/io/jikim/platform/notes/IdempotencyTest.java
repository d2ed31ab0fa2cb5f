package io.jikim.platform.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class IdempotencyTest {

    private final String tenant = "once-" + UUID.randomUUID().toString().substring(0, 8);
    private final String key = UUID.randomUUID().toString();

    @Test
    void I6_the_same_request_again_gets_the_same_answer() {
        Response first = write("{\"text\":\"a\"}");
        Response second = write("{ \"text\" : \"a\" }");

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(notes()).hasSize(1);
    }

    @Test
    void I6_another_body_under_the_same_key_is_refused() {
        write("{\"text\":\"a\"}");

        write("{\"text\":\"b\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(notes()).hasSize(1);
    }

    @Test
    void another_person_with_the_same_key_is_refused() {
        write("{\"text\":\"a\"}");

        write("somebody-else", tenant, "{\"text\":\"a\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(notes()).hasSize(1);
    }

    @Test
    void many_at_once_have_one_effect() throws Exception {
        Set<String> answers = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                running.add(threads.submit(() -> write("{\"text\":\"a\"}").asString()));
            }
            for (var answer : running) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(notes()).hasSize(1);
    }

    @Test
    void a_key_of_one_tenant_is_free_in_another() {
        String mine = write("{\"text\":\"a\"}").path("id");
        String theirs = write("other-" + tenant, "{\"text\":\"b\"}").path("id");

        assertThat(theirs).isNotEqualTo(mine);
    }

    private Response write(String body) {
        return write(tenant, body);
    }

    private Response write(String inTenant, String body) {
        return write("somebody", inTenant, body);
    }

    private Response write(String who, String inTenant, String body) {
        return given().auth()
                .oauth2(token(who, inTenant))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/notes");
    }

    private List<String> notes() {
        return given().auth()
                .oauth2(token("somebody", tenant))
                .get("/v1/notes")
                .jsonPath()
                .getList("$");
    }

    private static String token(String who, String tenant) {
        return TestTokens.forTenant(tenant).withSubject(who).withRoles("STAFF").token();
    }
}
