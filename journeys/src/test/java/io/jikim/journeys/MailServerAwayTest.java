package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.Cast.Person;
import io.jikim.journeys.stack.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerAwayTest {

    private static final Duration WHEN_BACK = Duration.ofSeconds(60);

    @TempDir Path output;

    @Test
    void a_case_waits_in_sight_while_nobody_can_be_told_and_is_certified_by_itself_afterwards()
            throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage(), output)) {
            scene.open(60);
            var her = scene.registerHer();
            scene.consents(her);
            Case erasure;
            stack.stop("mail");
            try {
                scene.terminate(her).expect(200, "a termination");
                erasure = Case.of(scene.cast, her.ref, "MEMBERSHIP");
                Patience.until(
                        "all but the notice done",
                        Scene.SOON,
                        () -> erasure.state().equals("VERIFIED"));
                awaitMail("JIKIM_RETENTION_URL", "DOWN");

                assertThat(erasure.state()).isEqualTo("VERIFIED");
                assertThat(erasure.page("en")).contains(erasure.id, "Verified");
                assertThat(her.decision("service-supply").allowed()).isFalse();
            } finally {
                stack.start("mail");
            }

            Patience.until("certified", WHEN_BACK, () -> erasure.state().equals("CERTIFIED"));

            assertThat(new Post(stack.stage()).count(scene.cast.marker.email())).isEqualTo(1);
            assertThat(scene.search().found()).isEmpty();
            awaitMail("JIKIM_RETENTION_URL", "UP");
        }
    }

    @Test
    void a_verification_is_accepted_while_no_mail_goes_out_and_its_code_arrives_afterwards()
            throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage(), output)) {
            scene.open(60);
            var her = scene.registerHer();
            String verification;
            stack.stop("mail");
            try {
                verification =
                        scene.cast
                                .identity(Person.STAFF)
                                .post("/v1/verifications", Map.of("subjectRef", her.ref))
                                .expect(202, "starting a verification")
                                .json()
                                .get("verificationId")
                                .asText();
                awaitMail("JIKIM_IDENTITY_URL", "DOWN");
            } finally {
                stack.start("mail");
            }
            Patience.until(
                    "the mail delivered",
                    WHEN_BACK,
                    () -> new Post(stack.stage()).count(scene.cast.marker.email()) > 0);

            scene.cast
                    .identity(Person.STAFF)
                    .post(
                            "/v1/verifications/" + verification + "/code",
                            Map.of(
                                    "code",
                                    new Post(stack.stage()).codeFor(scene.cast.marker.email())))
                    .expect(200, "the code from the mail");
            awaitMail("JIKIM_IDENTITY_URL", "UP");
        }
    }

    /// Health names the mail server, and nothing else is wrong with the service's readiness.
    private static void awaitMail(String service, String status) {
        var health = new Api(RunningStack.shared().stage().uri(service), () -> "");
        Patience.until(
                "mail " + status + " at " + service,
                Scene.SOON,
                () -> {
                    for (var check : health.get("/q/health/well").json().path("checks")) {
                        if (check.path("name").asText().equals("mail")) {
                            return check.path("status").asText().equals(status);
                        }
                    }
                    return false;
                });
        health.get("/q/health/ready").expect(200, "readiness without a mail server");
    }
}
