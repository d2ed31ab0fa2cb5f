package io.jikim.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.ProjectRoot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OpenApiTest {

    /// To accept a change: copy `target/openapi.yaml` over the committed file.
    @Test
    void the_committed_document_is_the_one_served() throws IOException {
        var served = given().queryParam("format", "yaml").get("/q/openapi").asString();
        Files.writeString(Path.of("target/openapi.yaml"), served);

        var committed =
                ProjectRoot.find().resolve("docs/api/identity-verification-service.openapi.yaml");
        assertThat(served).isEqualTo(Files.readString(committed));
    }

    @Test
    void health_and_metrics_answer() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString())
                .contains("jikim_identity_mails_queued", "jikim_identity_erasure_tasks");
    }
}
