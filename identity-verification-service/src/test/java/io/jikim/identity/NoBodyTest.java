package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class NoBodyTest {

    private final Desk desk = new Desk("t-" + UUID.randomUUID().toString().substring(0, 8));

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/people",
        "PUT, /v1/people/6fa459ea-ee8a-4ca4-894e-db77e160355e/items/email",
        "POST, /v1/verifications",
        "POST, /v1/verifications/6fa459ea-ee8a-4ca4-894e-db77e160355e/code"
    })
    void a_request_that_says_nothing_is_told_so(String method, String path) {
        for (var request : List.of(desk.staff(), desk.staff().body("null"))) {
            var answer = request.request(method, path);

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }
}
