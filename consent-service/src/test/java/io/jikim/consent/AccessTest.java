package io.jikim.consent;

import io.jikim.contracts.Kind;
import io.jikim.testkit.access.AccessContract;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Service
class AccessTest extends AccessContract {

    private static @Nullable Portal known;
    private static UUID her = new UUID(0, 0);
    private static String consent = "";
    private static String request = "";

    AccessTest() {
        super("consent-service");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected Theirs theirs() {
        var portal = portal();
        var answer =
                """
                {"subjectRef":"%s","purpose":"advertising","decision":"GIVEN","noticeDigest":"%s","lang":"en"}
                """
                        .formatted(
                                her, portal.noticeDigest(Kind.ADMINISTRATOR, "en", "advertising"));
        return new Theirs(
                portal.tenant(),
                List.of(
                        call("POST /v1/consents").body(answer),
                        call("POST /v1/consents/{id}/withdrawal").path("id", consent),
                        call("GET /v1/subjects/{ref}/consents").path("ref", her),
                        call("GET /v1/decisions")
                                .query("subjectRef", her)
                                .query("purpose", "advertising"),
                        call("POST /v1/memberships/{ref}/termination").path("ref", her),
                        call("POST /v1/rights-requests").body(correction()),
                        call("GET /v1/rights-requests/{id}").path("id", request)),
                List.of(
                        call("GET /v1/subjects/{ref}/consents").path("ref", her),
                        call("GET /v1/rights-requests/{id}").path("id", request),
                        call("GET /v1/decisions")
                                .query("subjectRef", her)
                                .query("purpose", "advertising")));
    }

    @Override
    protected String stranger() {
        return Portal.withPolicy().tenant();
    }

    private Portal portal() {
        var portal = known;
        if (portal == null) {
            portal = Portal.withPolicy();
            her = portal.register(Kind.ADMINISTRATOR);
            consent = portal.give(her, "advertising");
            request =
                    portal.write("STAFF")
                            .contentType("application/json")
                            .body(correction())
                            .post("/v1/rights-requests")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            known = portal;
        }
        return portal;
    }

    private static String correction() {
        return "{\"subjectRef\":\"%s\",\"right\":\"CORRECTION\",\"items\":[\"email\"]}"
                .formatted(her);
    }
}
