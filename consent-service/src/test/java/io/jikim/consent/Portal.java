package io.jikim.consent;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.jikim.contracts.Kind;
import io.jikim.contracts.PersonRegistered;
import io.jikim.testkit.stack.ProjectRoot;
import io.jikim.testkit.tokens.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the portal of one fresh tenant does over REST.
public record Portal(String tenant) {

    public static Portal fresh() {
        return new Portal("t-" + UUID.randomUUID().toString().substring(0, 18));
    }

    /// A fresh tenant with OMPASS's policy in force.
    public static Portal withPolicy() {
        var portal = fresh();
        portal.importPolicy(ompass()).then().statusCode(201);
        portal.publish(1).then().statusCode(200);
        return portal;
    }

    public static String ompass() {
        try {
            return Files.readString(ProjectRoot.find().resolve("examples/ompass/policy.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Always the same person in these roles.
    public RequestSpecification as(String... roles) {
        var person = TestTokens.forTenant(tenant).withSubject(String.join("-", roles));
        return given().auth().oauth2(person.withRoles(roles).token());
    }

    /// A write, with a key of its own.
    public RequestSpecification write(String... roles) {
        return as(roles).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public Response importPolicy(String yaml) {
        return write("TENANT_ADMIN")
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/v1/policies");
    }

    public Response publish(int version) {
        return write("TENANT_ADMIN").post("/v1/policies/{version}/publication", version);
    }

    /// A person whom the identity service has registered, as soon as this service knows them.
    public UUID register(Kind kind) {
        var subject = UUID.randomUUID();
        new Neighbour("jikim.identity", tenant, subject)
                .says(new PersonRegistered(subject, kind, List.of("email"), Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> decision(subject, "complaint-handling").statusCode() == 200);
        return subject;
    }

    public Response decision(UUID subject, String purpose) {
        return as("STAFF")
                .queryParam("subjectRef", subject)
                .queryParam("purpose", purpose)
                .get("/v1/decisions");
    }

    public boolean allows(UUID subject, String purpose) {
        return decision(subject, purpose).then().statusCode(200).extract().path("allowed");
    }

    public List<String> because(UUID subject, String purpose) {
        return decision(subject, purpose).then().statusCode(200).extract().path("because");
    }

    public String noticeDigest(Kind kind, String lang, String purpose) {
        return as("STAFF")
                .queryParam("kind", kind)
                .queryParam("lang", lang)
                .get("/v1/notices")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.purpose == '%s' }.digest".formatted(purpose));
    }

    public Map<String, Object> answer(UUID subject, String purpose, String decision) {
        return Map.of(
                "subjectRef",
                subject,
                "purpose",
                purpose,
                "decision",
                decision,
                "noticeDigest",
                noticeDigest(Kind.ADMINISTRATOR, "en", purpose),
                "lang",
                "en");
    }

    public Response send(Map<String, Object> answer) {
        return write("STAFF").contentType(ContentType.JSON).body(answer).post("/v1/consents");
    }

    public String give(UUID subject, String purpose) {
        return send(answer(subject, purpose, "GIVEN"))
                .then()
                .statusCode(201)
                .extract()
                .path("consentId");
    }

    public Response withdraw(String consent) {
        return write("STAFF").post("/v1/consents/{id}/withdrawal", consent);
    }

    public Response terminate(UUID subject) {
        return write("STAFF").post("/v1/memberships/{ref}/termination", subject);
    }

    public Told told(UUID subject) {
        return new Told(tenant, subject.toString());
    }
}
