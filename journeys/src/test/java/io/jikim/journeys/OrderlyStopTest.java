package io.jikim.journeys;

import io.jikim.journeys.stack.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderlyStopTest {

    private static final int PEOPLE = 12;

    @TempDir Path output;

    @ParameterizedTest
    @ValueSource(strings = {"retention-service", "consent-service"})
    void a_service_told_to_stop_in_the_middle_of_erasures_loses_none_of_them(String service)
            throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage(), output)) {
            scene.open(60);
            var people = register(scene);
            for (var person : people) {
                scene.terminate(person).expect(200, "a termination");
            }
            stack.stop(service);
            stack.start(service);

            for (var person : people) {
                var erasure = Case.of(scene.cast, person.ref, "MEMBERSHIP");
                Patience.until(
                        "every case certified",
                        Duration.ofSeconds(60),
                        () -> erasure.state().equals("CERTIFIED"));
            }
        }
    }

    private static List<Subject> register(Scene scene) {
        var people = new ArrayList<Subject>();
        for (int i = 0; i < PEOPLE; i++) {
            var her =
                    Subject.register(
                            scene.cast,
                            "USER",
                            "stop-" + i,
                            Map.of(
                                    "user-id", "stop-" + i,
                                    "email", "stop" + i + "@" + scene.cast.tenant + ".example"));
            her.decide("USER", "service-supply", "GIVEN");
            people.add(her);
        }
        return people;
    }
}
