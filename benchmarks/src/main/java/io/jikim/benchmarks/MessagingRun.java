package io.jikim.benchmarks;

import io.jikim.benchmarks.MessagingReport.Goals;
import io.jikim.benchmarks.MessagingReport.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/// One run: starts everything, measures, stops everything.
final class MessagingRun {

    private final Path root;
    private final Path output;
    private final Plan plan;

    MessagingRun(Path root, Path output, Plan plan) {
        this.root = root;
        this.output = output;
        this.plan = plan;
    }

    MessagingReport report() throws Exception {
        var data = output.resolve("stack");
        Trees.delete(data);
        Progress.say("starting PostgreSQL and Kafka");
        try (var stack = LocalStack.start(root, data)) {
            Progress.say("starting the two services");
            try (var listener = service(stack, "retention", true);
                    var speaker = service(stack, "consent", false)) {
                listener.awaitReady();
                speaker.awaitReady();
                return measure(new Scene(stack, speaker, listener), data);
            }
        } finally {
            Trees.delete(data);
        }
    }

    private MessagingReport measure(Scene scene, Path scratch) throws Exception {
        Sustained.warmUp(scene, plan);
        var backlog = BacklogDrain.measure(scene, plan);
        Progress.say("%s", backlog);
        var script = script();
        var limit = Limit.of(scene.stack().superuser("consent"), scratch);
        Progress.say("limit (%s): %d s", limit.name(), plan.limitSeconds());
        double before = limit.perSecond(script, plan.limitSeconds());
        var sustained = Sustained.measure(scene, plan);
        Progress.say("limit again, and with one commit");
        double after = limit.perSecond(script, plan.limitSeconds());
        double once = limit.perSecond(Script.inOneTransaction(script), plan.limitSeconds());
        Progress.say("%s", sustained);
        var limits =
                new Limits(
                        limit.name(),
                        Limit.CLIENTS,
                        Figures.rounded(before),
                        Figures.rounded(after),
                        Figures.rounded(once),
                        Figures.rounded(sustained.eventsPerSecond() * 2 / (before + after)),
                        Figures.rounded(sustained.eventsPerSecond() / once));
        Progress.say("%s", limits);
        var latency = PacedLatency.measure(scene, plan);
        Progress.say("%s", latency);
        long lost = withoutEffect(scene);
        return new MessagingReport(
                Machine.of(scene.stack().superuser("consent")),
                sustained,
                limits,
                latency,
                backlog,
                lost,
                new Goals(
                        limits.ratio() >= 0.5,
                        latency.writtenToConsumedMillis().get("p99").asDouble() < 300,
                        lost == 0));
    }

    private SmallService service(LocalStack stack, String database, boolean listens)
            throws IOException {
        var environment = stack.environmentOf(database + "-service");
        environment.put("JIKIM_DATABASE", database);
        environment.put("BENCH_LISTENS", String.valueOf(listens));
        return SmallService.start(
                root, "benchmarks", environment, output.resolve(database + ".log"));
    }

    // A second effect of one fact would break the key of the effect, and park the subject.
    private static long withoutEffect(Scene scene) throws SQLException {
        return scene.number("consent", "select count(*) from fact where purpose <> 'limit'")
                - scene.number("retention", "select count(*) from effect");
    }

    private static String script() throws IOException {
        try (var script = MessagingRun.class.getResourceAsStream("/limit.sql")) {
            if (script == null) {
                throw new IllegalStateException("limit.sql is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
