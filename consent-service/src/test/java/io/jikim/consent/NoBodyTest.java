package io.jikim.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Service
class NoBodyTest {

    private final Portal portal = Portal.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/consents", "/v1/rights-requests"})
    void a_request_that_says_nothing_is_told_so(String path) {
        for (var request : List.of(json(), json().body("null"))) {
            var answer = request.post(path);

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "~"})
    void an_empty_policy_is_an_invalid_one(String yaml) {
        var write = portal.write("TENANT_ADMIN").contentType("application/yaml");
        var answer =
                (yaml.isEmpty() ? write : write.body(yaml.getBytes(UTF_8))).post("/v1/policies");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat((String) answer.path("code")).isEqualTo("policy-invalid");
    }

    private RequestSpecification json() {
        return portal.write("STAFF").contentType("application/json");
    }
}
