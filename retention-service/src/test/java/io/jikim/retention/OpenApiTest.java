package io.jikim.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.access.ApiDocument;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class OpenApiTest {
    /// `-Djikim.openapi.write=true` accepts a change.
    @Test
    void the_committed_document_is_the_one_served() {
        var served = given().queryParam("format", "yaml").get("/q/openapi").asString();

        assertThat(served).isEqualTo(ApiDocument.committed("retention-service", served));
    }
}
