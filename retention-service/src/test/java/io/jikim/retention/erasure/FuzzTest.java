package io.jikim.retention.erasure;

import static org.awaitility.Awaitility.await;

import io.jikim.platform.crypto.SigningKeys;
import io.jikim.testkit.access.FuzzContract;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class FuzzTest extends FuzzContract {
    @Inject SigningKeys keys;

    FuzzTest() {
        super("retention-service", "retention");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected String tenant() {
        new OtherServices("t-fuzz", keys).publishPolicy();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        RestAssured.given()
                                        .auth()
                                        .oauth2(
                                                TestTokens.forTenant("t-fuzz")
                                                        .withRoles("AUDITOR")
                                                        .token())
                                        .get("/v1/rules")
                                        .statusCode()
                                == 200);
        return "t-fuzz";
    }
}
