package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.jikim.testkit.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class VerificationOverRestTest {

    private final Desk desk = Desk.open();
    private final String address = Desk.address();

    @Inject MovableClock clock;

    @Test
    void a_code_that_came_by_mail_verifies_the_address() {
        var ref = desk.registered(address);
        var verification = desk.start(ref);
        var mail = Desk.mail(address, 1);

        assertThat(mail.text()).contains("10 minutes");
        assertThat(mail.html()).contains(Desk.codeIn(mail)).contains("lang=\"en\"");
        desk.enter(verification, Desk.codeIn(mail))
                .then()
                .statusCode(200)
                .body("state", equalTo("VERIFIED"));

        assertThat(Bus.told(desk.tenant(), "verification.started")).hasSize(1);
        assertThat(Bus.told(desk.tenant(), "verification.verified")).hasSize(1);
        desk.profile(ref).then().body("emailVerified", equalTo(true));
        desk.staff()
                .body(Map.of("subjectRef", ref))
                .post("/v1/verifications")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-verified"));
    }

    @Test
    void five_wrong_codes_lock_and_the_right_one_comes_too_late() {
        var verification = desk.start(desk.registered(address));
        var right = Desk.codeIn(Desk.mail(address, 1));
        var wrong = Desk.otherThan(right);

        for (int left = 4; left > 0; left--) {
            desk.enter(verification, wrong)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("wrong-code"))
                    .body("detail", equalTo("Tries left: " + left));
        }
        desk.enter(verification, wrong).then().statusCode(423);
        desk.enter(verification, right).then().statusCode(423);
        assertThat(Bus.told(desk.tenant(), "verification.locked")).hasSize(1);
        assertThat(Bus.told(desk.tenant(), "verification.verified")).isEmpty();
    }

    @Test
    void of_many_right_codes_at_once_one_wins() throws Exception {
        var verification = desk.start(desk.registered(address));
        var right = Desk.codeIn(Desk.mail(address, 1));

        var answers = atOnce(20, () -> desk.enter(verification, right).statusCode());

        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(answers).containsAnyOf(409, 423).isSubsetOf(200, 409, 423);
        assertThat(Bus.told(desk.tenant(), "verification.verified")).hasSize(1);
    }

    @Test
    void many_wrong_codes_at_once_are_five_guesses() throws Exception {
        var verification = desk.start(desk.registered(address));
        var wrong = Desk.otherThan(Desk.codeIn(Desk.mail(address, 1)));

        var answers = atOnce(20, () -> desk.enter(verification, wrong).statusCode());

        assertThat(Collections.frequency(answers, 422)).isLessThanOrEqualTo(4);
        assertThat(Desk.count("verification", "id = '" + verification + "' and tries = 5"))
                .isEqualTo(1);
    }

    private static List<Integer> atOnce(int times, Callable<Integer> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(Collections.nCopies(times, request)).stream()
                            .map(answer -> {
                                try {
                                    return answer.get();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                            .toList();
            return answers;
        }
    }

    @Test
    void another_mail_has_to_wait_and_a_fresh_start_is_no_way_round() {
        var ref = desk.registered(address);
        var verification = desk.start(ref);
        var first = Desk.codeIn(Desk.mail(address, 1));

        desk.staff()
                .post("/v1/verifications/" + verification + "/resend")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue());
        desk.staff()
                .body(Map.of("subjectRef", ref))
                .post("/v1/verifications")
                .then()
                .statusCode(429);

        clock.advance(Duration.ofSeconds(61));
        desk.staff().post("/v1/verifications/" + verification + "/resend").then().statusCode(202);
        var second = Desk.codeIn(Desk.mail(address, 2));
        assertThat(second).isNotEqualTo(first);
        desk.enter(verification, first).then().statusCode(200);
    }

    @Test
    void a_code_runs_out_and_nobody_is_mailed_late() {
        var verification = desk.start(desk.registered(address));
        var right = Desk.codeIn(Desk.mail(address, 1));

        clock.advance(Duration.ofMinutes(11));

        desk.enter(verification, right)
                .then()
                .statusCode(410)
                .body("code", equalTo("verification-expired"));
        assertThat(Bus.told(desk.tenant(), "verification.expired")).hasSize(1);
    }

    @Test
    void nobody_needs_to_ask_for_a_verification_to_run_out() {
        desk.start(desk.registered(address));

        clock.advance(Duration.ofMinutes(11));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Bus.told(desk.tenant(), "verification.expired").size() == 1);
    }

    @Test
    void a_corrected_address_is_not_verified_by_a_code_sent_to_the_old_one() {
        var ref = desk.registered(address);
        var verification = desk.start(ref);
        var code = Desk.codeIn(Desk.mail(address, 1));

        desk.staff()
                .body(Map.of("value", Desk.address()))
                .put("/v1/people/" + ref + "/items/email")
                .then()
                .statusCode(200);

        desk.enter(verification, code).then().statusCode(410);
        desk.profile(ref).then().body("emailVerified", equalTo(false));
    }

    @Test
    void another_tenants_verification_does_not_exist_here() {
        var verification = desk.start(desk.registered(address));
        var code = Desk.codeIn(Desk.mail(address, 1));
        var other = Desk.open();

        other.enter(verification, code).then().statusCode(404);
        other.enter(UUID.randomUUID(), code).then().statusCode(404);
        other.as("STAFF").get("/v1/verifications/" + verification).then().statusCode(404);
        other.staff().post("/v1/verifications/" + verification + "/resend").then().statusCode(404);
        desk.enter(verification, code).then().statusCode(200);
    }

    @Test
    void a_mail_server_that_is_away_stops_nobody_and_the_mail_goes_when_it_is_back() {
        var ref = desk.registered(address);
        LocalStack.shared().stop("mail");
        UUID verification;
        try {
            verification = desk.start(ref);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            Desk.count(
                                            "mail",
                                            "verification_id = '"
                                                    + verification
                                                    + "' and attempts > 0")
                                    == 1);
            RestAssured.get("/q/health/well").then().statusCode(503);
            RestAssured.get("/q/health/ready").then().statusCode(200);
        } finally {
            LocalStack.shared().start("mail");
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        Desk.count(
                                        "mail",
                                        "verification_id = '"
                                                + verification
                                                + "' and state = 'SENT'")
                                == 1);
        assertThat(LocalStack.shared().mails(address)).hasSize(1);
    }

    @Test
    void neither_code_nor_address_is_kept() {
        var verification = desk.start(desk.registered(address));
        var code = Desk.codeIn(Desk.mail(address, 1));

        assertThat(
                        Desk.count(
                                "mail m",
                                "verification_id = '"
                                        + verification
                                        + "' and (m::text like '%"
                                        + address
                                        + "%' or m::text like '%\"code\"%')"))
                .isZero();
        assertThat(
                        Desk.count(
                                "verification v",
                                "v.id = '"
                                        + verification
                                        + "' and v::text like '%,"
                                        + code
                                        + ",%'"))
                .isZero();
    }
}
