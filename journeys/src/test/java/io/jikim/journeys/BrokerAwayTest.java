package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.stack.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayTest {

    @TempDir Path output;

    @Test
    void a_termination_without_a_broker_is_accepted_and_goes_on_by_itself_when_it_is_back()
            throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage(), output)) {
            scene.open(60);
            var her = scene.registerHer();
            scene.consents(her);
            stack.stop("kafka");
            try {

                assertThat(scene.terminate(her).status()).isBetween(200, 299);
                assertThat(her.decision("service-supply").allowed()).isFalse();
            } finally {
                stack.start("kafka");
            }

            Case.of(scene.cast, her.ref, "MEMBERSHIP")
                    .certificate("a certificate", Duration.ofSeconds(60), _ -> true);
            assertThat(scene.search().found()).isEmpty();
        }
    }
}
