package io.jikim.consent.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.consent.Neighbour;
import io.jikim.consent.Portal;
import io.jikim.consent.Service;
import io.jikim.contracts.Kind;
import io.jikim.contracts.PersonCorrected;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Service
class RightsRequestResourceTest {

    private Portal portal;
    private UUID subject;

    @BeforeEach
    void register() {
        portal = Portal.withPolicy();
        subject = portal.register(Kind.ADMINISTRATOR);
    }

    @Test
    void use_stops_until_everything_asked_for_is_corrected() {
        String id =
                request("phone-number", "email")
                        .then()
                        .statusCode(201)
                        .body("progress.state", equalTo("OPEN"))
                        .body("outstanding", contains("email", "phone-number"))
                        .extract()
                        .path("id");
        assertThat(portal.because(subject, "customer-support"))
                .containsExactly("RESTRICTED_BY_CORRECTION");
        assertThat(portal.allows(subject, "misuse-prevention")).isTrue();

        var identity = new Neighbour("jikim.identity", portal.tenant(), subject);
        identity.says(new PersonCorrected(subject, List.of("email"), Instant.now()));
        awaitOutstanding(id, List.of("phone-number"));
        assertThat(portal.allows(subject, "customer-support")).isFalse();

        identity.says(new PersonCorrected(subject, List.of("phone-number"), Instant.now()));
        awaitOutstanding(id, List.of());
        assertThat(portal.allows(subject, "customer-support")).isTrue();
        assertThat(portal.told(subject).types())
                .containsExactly(
                        "io.jikim.rights.requested.v1",
                        "io.jikim.processing.restricted.v1",
                        "io.jikim.rights.completed.v1",
                        "io.jikim.processing.resumed.v1");
    }

    @Test
    void items_and_rights_that_are_not_there_are_refused() {
        request("shoe-size")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-such-item"))
                .body("errors", contains("shoe-size"));
        request().then().statusCode(400);
        post(Map.of("subjectRef", subject, "right", "PORTABILITY", "items", List.of("email")))
                .then()
                .statusCode(400);
    }

    @Test
    void another_tenant_finds_nothing() {
        String id = request("email").then().statusCode(201).extract().path("id");

        var other = Portal.withPolicy();
        other.as("STAFF").get("/v1/rights-requests/{id}", id).then().statusCode(404);
        other.write("STAFF")
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "subjectRef",
                                subject,
                                "right",
                                "CORRECTION",
                                "items",
                                List.of("email")))
                .post("/v1/rights-requests")
                .then()
                .statusCode(404);
    }

    @Test
    void no_permission_no_request() {
        portal.as("AUDITOR")
                .get("/v1/rights-requests/{id}", UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    private void awaitOutstanding(String id, List<String> items) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        portal.as("STAFF")
                                                .get("/v1/rights-requests/{id}", id)
                                                .then()
                                                .statusCode(200)
                                                .extract()
                                                .<List<String>>path("outstanding"))
                                .isEqualTo(items));
    }

    private Response request(String... items) {
        return post(Map.of("subjectRef", subject, "right", "CORRECTION", "items", items));
    }

    private Response post(Map<String, Object> request) {
        return portal.write("STAFF")
                .contentType(ContentType.JSON)
                .body(request)
                .post("/v1/rights-requests");
    }
}
