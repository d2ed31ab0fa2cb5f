package io.jikim.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/// What was stored while the broker was away goes through, from the moment it is back.
record BacklogDrain(
        int events,
        double storedPerSecond,
        double publishedAfterSeconds,
        double drainedAfterSeconds,
        double eventsPerSecond,
        double loadAverage,
        Map<String, Double> perThousandEvents) {

    BacklogDrain {
        perThousandEvents = Map.copyOf(perThousandEvents);
    }

    static BacklogDrain measure(Scene scene, Plan plan)
            throws IOException, InterruptedException, SQLException {
        int events = plan.backlog();
        Progress.say("backlog: %d events while the broker is away", events);
        scene.stack().command("stop kafka");
        var stored = scene.speaker().post("/load/backlog?run=backlog&facts=" + events);
        scene.stack().command("start kafka");
        Progress.say("the broker is back");
        var before = Effort.now(scene);
        long start = System.nanoTime();
        // The look is on purpose cheap: it must not slow down what it looks at.
        while (scene.number("consent", "select count(*) from (select from outbox limit 1)") > 0) {
            Thread.sleep(100);
        }
        double published = (System.nanoTime() - start) / 1e9;
        scene.await("backlog", events);
        double drained = (System.nanoTime() - start) / 1e9;
        return new BacklogDrain(
                events,
                Figures.rounded(events / stored.get("seconds").asDouble()),
                Figures.rounded(published),
                Figures.rounded(drained),
                Figures.rounded(events / drained),
                Progress.load(),
                Effort.now(scene).perThousandSince(before, events));
    }
}
