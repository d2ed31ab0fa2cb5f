package io.jikim.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Measures termination → certificate over people of one connected database, one after another.
///
/// Arguments: the project's directory, the stack's environment file, how many people (100). Prints
/// JSON: milliseconds from the termination request to the state CERTIFIED, as seen over REST.
public final class ErasureTimes {

    private ErasureTimes() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]).toAbsolutePath().normalize();
        var people = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        var output = Files.createDirectories(root.resolve(".jikim/bench"));
        try (var scene = new Scene(Stage.in(root, Path.of(arguments[1])), output)) {
            scene.open(Math.max(1000, people * 10));
            System.out.println(Api.JSON.writeValueAsString(measure(scene, people)));
        }
    }

    private static Map<String, Object> measure(Scene scene, int people) throws SQLException {
        var times = new ArrayList<Double>();
        for (var id : administrators(scene, people)) {
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
            times.add(terminate(scene, her));
        }
        return summary(times);
    }

    private static double terminate(Scene scene, Subject her) {
        var start = System.nanoTime();
        scene.terminate(her).expect(200, "a termination");
        var erasure = Case.of(scene.cast, her.ref, "MEMBERSHIP");
        Patience.until(
                "a certificate", Duration.ofSeconds(60), () -> erasure.state().equals("CERTIFIED"));
        return (System.nanoTime() - start) / 1e6;
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

    private static Map<String, Object> summary(List<Double> times) {
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Map.of(
                "what",
                "termination to certificate, milliseconds",
                "people",
                sorted.length,
                "p50",
                at(sorted, 0.50),
                "p99",
                at(sorted, 0.99),
                "max",
                sorted[sorted.length - 1],
                "mean",
                Arrays.stream(sorted).average().orElse(0),
                "first",
                times.getFirst());
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[
                (int) Math.min(sorted.length - 1L, (long) Math.ceil(quantile * sorted.length) - 1)];
    }
}
