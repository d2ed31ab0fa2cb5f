package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.ProjectRoot;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class OpenApiTest {

    /// The description as it is now is left under `target/`, to be compared and committed.
    @Test
    void the_committed_description_is_the_one_served() throws IOException {
        var served =
                given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
        var committed = ProjectRoot.find().resolve("docs/api/audit-log-service.openapi.yaml");
        Files.writeString(
                ProjectRoot.find().resolve("audit-log-service/target/openapi.yaml"), served);

        assertThat(committed).exists().hasContent(served);
    }
}
