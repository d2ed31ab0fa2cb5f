package io.jikim.consent;

import io.jikim.testkit.access.Call;
import io.jikim.testkit.access.EdgeContract;
import io.restassured.RestAssured;
import java.net.URI;

@Service
class EdgeTest extends EdgeContract {

    EdgeTest() {
        super("consent-service");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected Call hammered() {
        return operation("GET /v1/policies/current.html").probe().query("tenant", "nobody");
    }
}
