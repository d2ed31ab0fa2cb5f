package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.stack.RunningStack;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingElseAnswersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JIKIM_CONSENT_URL",
                "JIKIM_IDENTITY_URL",
                "JIKIM_AUDIT_URL",
                "JIKIM_RETENTION_URL"
            })
    void E2_a_packaged_service_shows_no_tools_and_says_of_unknown_paths_that_they_are_none(
            String service) {
        var api = new Api(RunningStack.shared().stage().uri(service), () -> "");

        for (var path : List.of("/q/dev", "/q/dev-ui", "/q/swagger-ui", "/q/arc", "/q/info")) {
            assertThat(api.get(path).status()).as(path).isEqualTo(404);
        }
        for (var path : List.of("/nowhere", "/v1/nowhere", "/v1", "/v1/../q/x", "/.env")) {
            var answer = api.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().path("code").asText()).as(path).isEqualTo("not-found");
            assertThat(answer.text()).doesNotContain("Exception", "io.jikim", "Quarkus");
        }
    }
}
