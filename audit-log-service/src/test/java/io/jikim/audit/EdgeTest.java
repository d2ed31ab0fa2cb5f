package io.jikim.audit;

import io.jikim.testkit.access.Call;
import io.jikim.testkit.access.EdgeContract;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class EdgeTest extends EdgeContract {

    EdgeTest() {
        super("audit-log-service");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected Call hammered() {
        return operation("GET /v1/log/key").probe();
    }
}
