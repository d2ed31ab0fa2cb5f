package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.stack.RunningStack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParticipantAwayTest {

    @TempDir Path output;

    @Test
    void one_participant_away_leaves_the_case_open_and_finishes_it_when_it_comes_back()
            throws Exception {
        try (var scene = new Scene(RunningStack.shared().stage(), output)) {
            scene.open(60);
            scene.startNewsletter();
            var her = scene.registerHer();
            scene.consents(her);
            scene.killNewsletter();
            scene.terminate(her);
            var erasure = Case.of(scene.cast, her.ref, "MEMBERSHIP");
            var herRow = "login_logs where administrator_id = " + scene.cast.marker.id();
            Patience.until(
                    "the others done", Scene.SOON, () -> scene.cast.databases.count(herRow) == 0);

            assertThat(erasure.state()).isNotEqualTo("CERTIFIED");
            assertThat(scene.subscriberIsGone()).isFalse();

            scene.resumeNewsletter();
            Patience.until(
                    "the case certified", Scene.SOON, () -> erasure.state().equals("CERTIFIED"));

            assertThat(scene.subscriberIsGone()).isTrue();
            assertThat(scene.search().found()).isEmpty();
        }
    }
}
