package io.jikim.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.jikim.contracts.Kind;
import io.jikim.contracts.PolicyPublished;
import io.jikim.contracts.PolicyPublished.Basis;
import io.jikim.contracts.PolicyPublished.Item;
import io.jikim.contracts.PolicyPublished.Purpose;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Mail;
import io.jikim.testkit.tokens.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// What somebody at the desk of a tenant does all day.
record Desk(String tenant) {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    /// A tenant of its own, whose policy is published.
    static Desk open() {
        var desk = new Desk("t-" + UUID.randomUUID().toString().substring(0, 8));
        desk.publish();
        return desk;
    }

    private void publish() {
        var everybody = Set.of(Kind.ADMINISTRATOR, Kind.SUB_ADMINISTRATOR, Kind.USER);
        var administrators = Set.of(Kind.ADMINISTRATOR, Kind.SUB_ADMINISTRATOR);
        Bus.say(
                tenant,
                "/consent-service",
                new PolicyPublished(
                        1,
                        "0".repeat(64),
                        LocalDate.of(2022, 3, 1),
                        0,
                        List.of(
                                new Purpose(
                                        "service",
                                        Basis.CONTRACT,
                                        false,
                                        everybody,
                                        List.of("first-name", "email"),
                                        List.of()),
                                new Purpose(
                                        "advertising",
                                        Basis.CONSENT,
                                        true,
                                        everybody,
                                        List.of("email", "cookies"),
                                        List.of("marketing"))),
                        List.of(
                                new Item("first-name", "profile", administrators, administrators),
                                new Item("email", "profile", everybody, everybody),
                                new Item("cookies", "cookies", everybody, Set.of())),
                        List.of()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("collection_policy", "tenant = '" + tenant + "'") == 1);
    }

    /// Always the same person in this role.
    RequestSpecification as(String role) {
        var person = TestTokens.forTenant(tenant).withSubject(role);
        return given().auth().oauth2(person.withRoles(role).token());
    }

    RequestSpecification staff() {
        return as("STAFF")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    Response register(String externalId, String email) {
        return staff().body(
                        Map.of(
                                "kind",
                                "ADMINISTRATOR",
                                "externalId",
                                externalId,
                                "lang",
                                "en",
                                "items",
                                Map.of(
                                        "first-name", "Marker-Ada",
                                        "email", email,
                                        "cookies", "tracking-1")))
                .post("/v1/people");
    }

    UUID registered(String email) {
        return UUID.fromString(
                register("x-" + UUID.randomUUID(), email)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("subjectRef"));
    }

    Response profile(UUID ref) {
        return as("STAFF").header("Jikim-Reason", "CUSTOMER_REQUEST").get("/v1/people/" + ref);
    }

    UUID start(UUID ref) {
        return UUID.fromString(
                staff().body(Map.of("subjectRef", ref))
                        .post("/v1/verifications")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("verificationId"));
    }

    Response enter(UUID verification, String code) {
        return staff().body(Map.of("code", code))
                .post("/v1/verifications/" + verification + "/code");
    }

    /// Waits for the n-th mail to this address.
    static Mail mail(String address, int n) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> LocalStack.shared().mails(address).size() >= n);
        return LocalStack.shared().mails(address).get(n - 1);
    }

    static String codeIn(Mail mail) {
        var found = CODE.matcher(mail.text());
        if (!found.find()) {
            throw new AssertionError("no code in the mail");
        }
        return found.group();
    }

    /// Six digits that are not this code.
    static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    static String address() {
        return "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }

    /// Rows as they stand in the database, seen past every policy.
    static long count(String table, String where) {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("identity"));
                var query =
                        connection.prepareStatement(
                                "select count(*) from " + table + " where " + where);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
