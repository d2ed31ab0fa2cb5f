package io.jikim.journeys;

import static io.jikim.journeys.Scene.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// The third chapter: she leaves, and what is gone is looked for.
record Termination(Scene scene, Narrator narrator) {

    Case terminate(Subject her) throws IOException {
        narrator.step("She terminates the service");
        var start = System.nanoTime();
        var first = scene.terminate(her);
        narrator.check(
                first.status() / 100 == 2 && !her.decision("service-supply").allowed(),
                "the first answer: processing stopped");
        var again = scene.terminate(her);
        narrator.check(again.json().equals(first.json()), "asked twice, the first answer again");
        var erasure = Case.of(scene.cast, her.ref, "MEMBERSHIP");
        Patience.until("the case certified", SOON, () -> erasure.state().equals("CERTIFIED"));
        narrator.found(
                "certified %.2f s after the termination"
                        .formatted((System.nanoTime() - start) / 1e9));
        for (var lang : List.of("ko", "en")) {
            var page =
                    Files.writeString(
                            scene.output.resolve("case." + lang + ".html"), erasure.page(lang));
            narrator.note("the case as a page: " + page);
        }
        return erasure;
    }

    void checkWhatIsGone(Subject her) {
        narrator.step("What is gone is looked for by value");
        var search = scene.search();
        narrator.check(
                search.found().isEmpty(),
                "her name, address, number and company stand nowhere in "
                        + search.tables()
                        + " tables of "
                        + search.databases()
                        + " databases"
                        + (search.found().isEmpty() ? "" : ", but in " + search.found()));
        narrator.check(
                her.profile("CUSTOMER_SUPPORT").status() != 200, "her profile cannot be read");
        narrator.check(
                !scene.cast.realm.knows(her.ref.toString()),
                "her account at the identity provider is gone");
        narrator.check(
                scene.cast.databases.count(
                                "login_logs where administrator_id = " + scene.cast.marker.id())
                        == 0,
                "her login logs are gone from OMPASS's tables");
    }

    void checkOthers(Subject subAdministrator) {
        narrator.step("Nobody else was touched");
        narrator.check(
                subAdministrator.profile("CUSTOMER_SUPPORT").status() == 200
                        && scene.cast.databases.count("sub_administrators where id = 2000001") == 1,
                "the sub-administrator she added is still a member");
        narrator.check(
                scene.cast.databases.count(
                                "sub_administrators where added_by = " + scene.cast.marker.id())
                        == 0,
                "and her row no longer says who added her");
    }
}
