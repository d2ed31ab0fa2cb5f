package io.jikim.identity;

import io.jikim.testkit.access.AccessContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class AccessTest extends AccessContract {

    private static @Nullable Desk known;
    private static UUID her = new UUID(0, 0);
    private static UUID verification = new UUID(0, 0);

    AccessTest() {
        super("identity-verification-service");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected Theirs theirs() {
        var desk = desk();
        return new Theirs(
                desk.tenant(),
                List.of(
                        call("GET /v1/people/{subjectRef}").path("subjectRef", her),
                        call("PUT /v1/people/{subjectRef}/items/{code}")
                                .path("subjectRef", her)
                                .path("code", "first-name")
                                .body("{\"value\":\"Eve\"}"),
                        call("POST /v1/verifications")
                                .body("{\"subjectRef\":\"%s\"}".formatted(her)),
                        call("GET /v1/verifications/{id}").path("id", verification),
                        call("POST /v1/verifications/{id}/code")
                                .path("id", verification)
                                .body("{\"code\":\"123456\"}"),
                        call("POST /v1/verifications/{id}/resend").path("id", verification)),
                List.of(
                        call("GET /v1/people/{subjectRef}").path("subjectRef", her),
                        call("GET /v1/verifications/{id}").path("id", verification)));
    }

    @Override
    protected String stranger() {
        return Desk.open().tenant();
    }

    private static Desk desk() {
        var desk = known;
        if (desk == null) {
            desk = Desk.open();
            her = desk.registered(Desk.address());
            verification = desk.start(her);
            known = desk;
        }
        return desk;
    }
}
