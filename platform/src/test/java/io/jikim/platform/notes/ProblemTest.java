package io.jikim.platform.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class ProblemTest {

    static Stream<Arguments> problems() {
        return Stream.of(
                of("{\"text\":\" \"}", 400, "invalid-request"),
                of("{\"text\":\"a\",\"admin\":true}", 400, "unknown-property"),
                of("{\"text\":{\"a\":1}}", 400, "invalid-json"),
                of("{\"text\":5}", 400, "invalid-json"),
                of("{\"text\":true}", 400, "invalid-json"),
                of("{\"text\":\"a\",\"text\":\"b\"}", 400, "malformed-json"),
                of("{\"text\":\"a\"} {\"text\":\"b\"}", 400, "invalid-json"),
                of("{\"text\":", 400, "malformed-json"),
                of("nothing of the sort", 400, "malformed-json"),
                of("{\"text\":\"a\\u0000b\"}", 400, "unusable-text"),
                of("{\"text\":\"a\\ud800b\"}", 400, "unusable-text"),
                of("{\"text\":\"a\u0000b\"}", 400, "invalid-json"),
                of("{\"text\":\"" + "x".repeat(2_000_000) + "\"}", 413, "request-too-large"),
                on(
                        r -> r.body("{\"text\":\"a\"}").post("/v1/notes"),
                        400,
                        "idempotency-key-required"),
                on(
                        r -> r.contentType("text/xml").body("<a/>").post("/v1/notes"),
                        415,
                        "unsupported-media-type"),
                on(r -> r.accept("image/png").get("/v1/notes"), 406, "not-acceptable"),
                on(r -> r.delete("/v1/notes"), 405, "method-not-allowed"),
                on(r -> r.get("/v1/nowhere?secret=1"), 404, "not-found"),
                on(r -> raw(r).get("/v1/notes?after=%00"), 400, "unknown-parameter"),
                on(r -> raw(r).get("/v1/notes/failing/%00"), 400, "malformed-request"),
                on(r -> r.get("/nowhere"), 404, "not-found"),
                on(r -> r.get("/v1/notes/not-an-id"), 404, "not-found"),
                on(r -> r.get("/v1/notes/failing/lock"), 409, "changed-meanwhile"),
                on(r -> r.get("/v1/notes/failing/keys"), 503, "keys-unavailable"),
                on(r -> r.get("/v1/notes/failing/database"), 503, "unavailable"),
                on(r -> r.get("/v1/notes/failing/bug"), 500, "internal"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void E1_is_told_in_one_shape_with_nothing_that_helps_an_attacker(
            Function<RequestSpecification, Response> request, int status, String code) {
        Response response = request.apply(staff());

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        Map<String, Object> body = response.jsonPath().getMap("$");
        assertThat(body)
                .containsEntry("type", "urn:jikim:problem:" + code)
                .containsEntry("code", code)
                .containsEntry("status", status)
                .containsKeys("title", "instance", "traceId");
        assertThat((String) body.get("traceId")).matches("[0-9a-f]{32}");
        assertThat(response.asString())
                .doesNotContain("Exception", "io.jikim", "java", "select", "10.0.0.7", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ko", "de-DE,de;q=0.9", "xx"})
    void what_is_wrong_has_a_code_and_one_language(String languages) {
        var machine = Locale.getDefault();
        Locale.setDefault(Locale.KOREAN);
        try {
            var request =
                    languages.isEmpty() ? staff() : staff().header("Accept-Language", languages);
            var answer =
                    request.header("Idempotency-Key", UUID.randomUUID().toString())
                            .body("{\"text\":\" \"}")
                            .post("/v1/notes");

            assertThat(answer.jsonPath().getMap("errors[0]"))
                    .containsEntry("path", "text")
                    .containsEntry("code", "not-blank")
                    .containsEntry("message", "must not be blank");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static RequestSpecification raw(RequestSpecification request) {
        return request.urlEncodingEnabled(false);
    }

    private static Arguments of(String body, int status, String code) {
        return on(
                r ->
                        r.header("Idempotency-Key", UUID.randomUUID().toString())
                                .body(body)
                                .post("/v1/notes"),
                status,
                code);
    }

    private static Arguments on(
            Function<RequestSpecification, Response> request, int status, String code) {
        return arguments(request, status, code);
    }

    private static RequestSpecification staff() {
        return given().auth()
                .oauth2(TestTokens.forTenant("ground-p").withRoles("STAFF").token())
                .contentType("application/json");
    }
}
