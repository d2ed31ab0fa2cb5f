package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.Cast.Person;
import io.jikim.journeys.stack.RunningStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldTest {

    @TempDir Path output;

    @Test
    void a_hold_keeps_exactly_what_it_names_and_its_release_finishes_the_erasure_by_itself()
            throws Exception {
        try (var scene = new Scene(RunningStack.shared().stage(), output)) {
            scene.open(60);
            var her = scene.registerHer();
            scene.consents(her);
            var hold = placeHold(scene, her);
            var databases = scene.cast.databases;
            var payments =
                    "payments p join contracts c on c.id = p.contract_id where c.administrator_id = "
                            + scene.cast.marker.id();
            var logins = "login_logs where administrator_id = " + scene.cast.marker.id();
            var held = databases.count(payments);

            scene.terminate(her);
            var erasure = Case.of(scene.cast, her.ref, "MEMBERSHIP");
            var first = erasure.certificate("a first certificate", Scene.SOON, _ -> true);

            assertThat(first.path("certificate").path("revision").asInt()).isEqualTo(1);
            assertThat(first.toString()).contains("HELD");
            assertThat(databases.count(payments)).isEqualTo(held).isPositive();
            assertThat(databases.count(logins)).isZero();

            scene.cast
                    .retention(Person.CUSTODIAN)
                    .post("/v1/holds/" + hold + "/release", Map.of())
                    .expect(200, "releasing the hold");
            erasure.certificate(
                    "a certificate after the release",
                    Scene.SOON,
                    found -> found.path("certificate").path("revision").asInt() == 2);

            assertThat(databases.count(payments)).isZero();
            assertThat(scene.search().found()).isEmpty();
        }
    }

    private static String placeHold(Scene scene, Subject her) {
        return scene.cast
                .retention(Person.CUSTODIAN)
                .post(
                        "/v1/holds",
                        Map.of(
                                "subjectRef",
                                her.ref,
                                "categories",
                                List.of("payment-records"),
                                "matter",
                                "2026-GA-1042"))
                .expect(201, "placing a hold")
                .json()
                .get("id")
                .asText();
    }
}
