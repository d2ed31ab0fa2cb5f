package io.jikim.retention.erasure;

import io.jikim.testkit.access.Call;
import io.jikim.testkit.access.EdgeContract;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class EdgeTest extends EdgeContract {
    EdgeTest() {
        super("retention-service");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected Call hammered() {
        return operation("GET /v1/certificate-key").probe();
    }
}
