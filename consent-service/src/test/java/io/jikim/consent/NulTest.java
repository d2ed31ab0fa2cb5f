package io.jikim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Service
class NulTest {

    private final Portal portal = Portal.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/decisions?subjectRef=6fa459ea-ee8a-4ca4-894e-db77e160355e&purpose=%00",
                "/v1/notices?kind=USER&lang=%00",
                "/v1/subjects/%00/consents",
                "/v1/policies/current.html?tenant=%00",
                "/v1/rights-requests/%00"
            })
    void nothing_is_called_nul(String address) {
        var answer = portal.as("STAFF").urlEncodingEnabled(false).get(address);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat((String) answer.path("code")).isEqualTo("malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"purpose", "noticeDigest", "lang", "method", "decision"})
    void no_consent_says_it(String property) {
        var body =
                "{\"subjectRef\":\"%s\",\"%s\":\"a\\u0000b\"}"
                        .formatted(UUID.randomUUID(), property);
        var answer =
                portal.write("STAFF")
                        .contentType("application/json")
                        .body(body)
                        .post("/v1/consents");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat((String) answer.path("code")).isIn("unusable-text", "invalid-json");
        assertThat((String) answer.path("errors[0].path")).isEqualTo(property);
    }

    @Test
    void no_policy_says_it() {
        var nul = Portal.ompass().replace("phone: 070-4298-3070", "phone: \"070\\0\"");
        var answer = portal.importPolicy(nul);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat((String) answer.path("errors[0].code")).isEqualTo("character");
        portal.importPolicy(Portal.ompass()).then().statusCode(201);
    }
}
