package io.jikim.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `-Djikim.openapi.write=true` writes the file instead of comparing it.
@QuarkusTest
@QuarkusTestResource(Stack.class)
class OpenApiTest {
    private static final Path COMMITTED =
            Path.of(System.getProperty("jikim.root"), "docs/api/retention-service.openapi.yaml");

    @Test
    void what_is_committed_is_what_is_served() throws IOException {
        var served = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("jikim.openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }
}
