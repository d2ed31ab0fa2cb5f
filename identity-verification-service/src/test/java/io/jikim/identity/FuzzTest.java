package io.jikim.identity;

import io.jikim.testkit.access.FuzzContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class FuzzTest extends FuzzContract {

    FuzzTest() {
        super("identity-verification-service", "identity");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected String tenant() {
        return Desk.open().tenant();
    }
}
