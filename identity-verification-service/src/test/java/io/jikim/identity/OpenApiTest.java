package io.jikim.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.access.ApiDocument;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OpenApiTest {

    /// `-Djikim.openapi.write=true` accepts a change.
    @Test
    void the_committed_document_is_the_one_served() {
        var served = given().queryParam("format", "yaml").get("/q/openapi").asString();

        assertThat(served)
                .isEqualTo(ApiDocument.committed("identity-verification-service", served));
    }

    @Test
    void health_and_metrics_answer() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString())
                .contains("jikim_identity_mails_queued", "jikim_identity_erasure_tasks");
    }
}
