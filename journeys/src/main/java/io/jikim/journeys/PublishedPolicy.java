package io.jikim.journeys;

import io.jikim.journeys.Cast.Person;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// The first chapter: the operator publishes a policy and connects what it has.
record PublishedPolicy(Scene scene, Narrator narrator) {

    void publishPolicy() {
        narrator.step("The policy is published");
        scene.cast.prepareAccounts();
        scene.publishPolicy();
        for (var lang : List.of("ko", "en")) {
            var address = scene.stage.get("JIKIM_CONSENT_URL") + scene.policyPath(lang);
            var page =
                    new Api(scene.stage.uri("JIKIM_CONSENT_URL"), () -> "")
                            .get(scene.policyPath(lang))
                            .expect(200, "the policy page");
            narrator.check(
                    page.text().contains("2022") && page.text().contains("payment-records"),
                    "its page in " + lang + " shows the effective date and the rules: " + address);
        }
        var rules =
                scene.cast
                        .retention(Person.OFFICER)
                        .get("/v1/rules")
                        .expect(200, "the rules")
                        .text();
        narrator.check(
                rules.contains("payment-records") && rules.contains("P3Y"),
                "retention-service obeys the same rules: 5 years, 5 years, 3 years");
    }

    void connectOperator(int people) throws SQLException, IOException {
        narrator.step("OMPASS's own database and an internal service are connected");
        scene.connectOmpass(people);
        narrator.found(
                "a mapping file connects a PostgreSQL database with "
                        + scene.cast.databases.count("administrators")
                        + " administrators, "
                        + scene.cast.databases.count("users")
                        + " users, "
                        + scene.cast.databases.count("payments")
                        + " payments");
        scene.startNewsletter();
        narrator.found("the newsletter service has registered itself with its key");
    }
}
