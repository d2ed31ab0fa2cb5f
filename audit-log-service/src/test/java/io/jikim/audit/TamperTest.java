package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.AskWitnesses;
import io.jikim.audit.application.ReadLog;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The drill in short, on the log that the other tests of this module leave.
///
/// It is the same that `./jikim drill tamper` plays on a longer one.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
@QuarkusTestResource(value = WitnessProcess.class, restrictToAnnotatedClass = true)
class TamperTest {
    private static final PrintStream NOWHERE =
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @Inject TamperPlay play;
    @Inject AppendFacts appendFacts;
    @Inject AskWitnesses askWitnesses;
    @Inject ReadLog readLog;

    @Test
    void whatever_a_rogue_administrator_does_is_found_and_named() throws SQLException, IOException {
        assertThat(play.play(4711, 1_000, NOWHERE)).isEmpty();
    }

    @Test
    void the_log_goes_on_without_its_witness_and_health_says_so() throws IOException {
        appendFacts.append(Facts.fresh(1));
        await().until(() -> askWitnesses.reports().stream().allMatch(AskWitnesses.Report::well));
        WitnessProcess.kill();

        assertThat(appendFacts.append(Facts.fresh(3))).isEqualTo(3);
        await().untilAsserted(() ->
                given().when().get("/q/health/well").then().body(containsString("is away")));

        WitnessProcess.run();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(readLog.checkpoint().orElseThrow().note())
                                .contains("— " + WitnessProcess.NAME));
        given().when().get("/q/health/well").then().body(containsString("cosigned at"));
    }
}
