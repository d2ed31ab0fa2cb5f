package io.jikim.identity;

import io.jikim.testkit.access.Call;
import io.jikim.testkit.access.EdgeContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class EdgeTest extends EdgeContract {

    EdgeTest() {
        super("identity-verification-service");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected Call hammered() {
        return allowed(operation("POST /v1/verifications/{id}/code")).body("{\"code\":\"123456\"}");
    }
}
