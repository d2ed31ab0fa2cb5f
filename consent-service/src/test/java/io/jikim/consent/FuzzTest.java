package io.jikim.consent;

import io.jikim.testkit.access.FuzzContract;
import io.restassured.RestAssured;
import java.net.URI;

@Service
class FuzzTest extends FuzzContract {

    FuzzTest() {
        super("consent-service", "consent");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected String tenant() {
        return Portal.withPolicy().tenant();
    }
}
