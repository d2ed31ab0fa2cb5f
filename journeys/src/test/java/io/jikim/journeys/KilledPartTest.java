package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.stack.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SIGKILL at a fact that is seen on the topic, with a batch of erasures on its way.
class KilledPartTest {

    private static final int PEOPLE = 12;

    @TempDir Path output;

    @ParameterizedTest
    @CsvSource({
        "retention-service, erasure.ordered",
        "consent-service, erasure.ordered",
        "identity-verification-service, erasure.ordered",
        "audit-log-service, erasure.ordered",
        "postgres-live, erasure.ordered",
        "kafka, erasure.ordered",
    })
    void a_part_killed_in_the_middle_of_erasures_loses_nothing_and_does_nothing_twice(
            String part, String fact) throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage(), output)) {
            scene.open(60);
            var crowd = Crowd.join(scene, PEOPLE);
            var killed = killAt(fact, part, scene, crowd);
            stack.startKilled(part);

            new Oracle(scene, crowd).allowingNotices(2).settle(Duration.ofSeconds(120));

            assertThat(certifiedAfter(killed, scene)).as("it was in the middle").isPositive();
        }
    }

    private static Instant killAt(String fact, String part, Scene scene, Crowd crowd) {
        try (var witness = new Witness(scene.stage, scene.cast.tenant)) {
            crowd.terminateAll(scene);
            witness.await(fact);
            RunningStack.shared().kill(part);
            return Instant.now();
        }
    }

    private static long certifiedAfter(Instant moment, Scene scene) {
        return new Ledger(scene.stage)
                .rows(
                        "retention",
                        "select erasure from certificate where tenant = ? and issued_at > ?::timestamptz",
                        scene.cast.tenant,
                        moment.toString())
                .size();
    }
}
