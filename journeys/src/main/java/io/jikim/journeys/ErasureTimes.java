package io.jikim.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures termination → certificate over people of one connected database, one after another.
///
/// Arguments: the project's directory, the stack's environment file, how many people (100), how
/// many more before them to warm up (10). Prints JSON: milliseconds from the termination request to
/// the state CERTIFIED as seen over REST, and where they go by the case's own timestamps. Everybody
/// is counted; the warm-up is told apart.
public final class ErasureTimes {

    private ErasureTimes() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]).toAbsolutePath().normalize();
        var people = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        var warmUp = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10;
        var output = Files.createDirectories(root.resolve(".jikim/bench"));
        try (var scene = new Scene(Stage.in(root, Path.of(arguments[1])), output)) {
            // one of them is the story's own
            scene.open(Math.max(1000, (people + warmUp + 1) * 10));
            var summary = measure(scene, people, warmUp);
            System.out.println(
                    Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(summary));
        }
    }

    private static Map<String, Object> measure(Scene scene, int people, int warmUp)
            throws SQLException {
        var courses = new ArrayList<CaseTimes>();
        for (var id : administrators(scene, people + warmUp)) {
            var her =
                    Subject.register(
                            scene.cast,
                            "ADMINISTRATOR",
                            id,
                            Map.of(
                                    "first-name",
                                    "Person",
                                    "last-name",
                                    id,
                                    "email",
                                    "p" + id + "." + scene.cast.tenant + "@bench.example",
                                    "country-code",
                                    "82",
                                    "phone-number",
                                    "10-" + id,
                                    "company-name",
                                    "Bench"));
            scene.consents(her);
            courses.add(terminate(scene, her));
        }
        return summary(courses.subList(0, warmUp), courses.subList(warmUp, courses.size()));
    }

    private static CaseTimes terminate(Scene scene, Subject her) {
        var requested = Instant.now();
        scene.terminate(her).expect(200, "a termination");
        var erasure = Case.of(scene.cast, her.ref, "MEMBERSHIP");
        Patience.until(
                "a certificate", Duration.ofSeconds(60), () -> erasure.state().equals("CERTIFIED"));
        var seen = Instant.now();
        var bundle = erasure.certificate("its certificate", Scene.SOON, _ -> true);
        return CaseTimes.of(requested, orderedAt(scene, erasure), bundle.path("certificate"), seen);
    }

    // the certificate does not say it, but the fact that was told does
    private static Instant orderedAt(Scene scene, Case erasure) {
        return Patience.find(
                "its order told",
                Scene.SOON,
                () ->
                        new Ledger(scene.stage)
                                        .rows(
                                                "retention",
                                                """
                                                select payload::jsonb ->> 'at' from event_log
                                                where tenant = ? and type = 'io.jikim.erasure.ordered.v1'
                                                    and payload::jsonb ->> 'caseId' = ?
                                                """,
                                                scene.cast.tenant,
                                                erasure.id)
                                        .stream()
                                        .findFirst()
                                        .map(Instant::parse));
    }

    private static List<String> administrators(Scene scene, int people) throws SQLException {
        var ids = new ArrayList<String>();
        try (var connection = scene.cast.databases.ompassConnection();
                var select =
                        connection.prepareStatement(
                                "select id from administrators where id <> ? order by id limit ?")) {
            select.setLong(1, scene.cast.marker.id());
            select.setInt(2, people);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    private static Map<String, Object> summary(List<CaseTimes> warmUp, List<CaseTimes> counted) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("what", "termination request to state CERTIFIED over REST, milliseconds");
        summary.put("total", Spread.of(counted, CaseTimes::total));
        summary.put("breakdown", breakdown(counted));
        summary.put("warmUp", Spread.of(warmUp, CaseTimes::total));
        return summary;
    }

    /// Each way from one moment to the next; the participants' answers overlap, so the parts of
    /// different people add up and their quantiles do not.
    private static Map<String, Spread> breakdown(List<CaseTimes> courses) {
        var breakdown = new LinkedHashMap<String, Spread>();
        for (int i = 1; i < CaseTimes.Moment.values().length; i++) {
            var from = CaseTimes.Moment.values()[i - 1];
            var to = CaseTimes.Moment.values()[i];
            breakdown.put(
                    from.shown() + "→" + to.shown(), Spread.of(courses, c -> c.between(from, to)));
        }
        return breakdown;
    }
}
