package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Effort;
import io.jikim.benchmarks.Figures;
import io.jikim.benchmarks.Progress;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// As many entries as the service takes from Kafka, with no more than a few on their way.
record Ingest(
        double entriesPerSecond,
        double slowestFiveSeconds,
        double seconds,
        int mostOnTheWay,
        double entriesPerCheckpoint,
        long receiptsThatWait,
        double loadAverage,
        Map<String, Double> perThousandEntries) {

    private static final int AHEAD = 10_000;
    private static final int RAMP = 3;
    private static final double STRETCH = 5;

    Ingest {
        perThousandEntries = Figures.inOrder(perThousandEntries);
    }

    /// @param seconds how long is measured, after a short start that counts for nothing
    static Ingest measure(AuditScene scene, Feed feed, int seconds)
            throws SQLException, InterruptedException, ExecutionException {
        Progress.say("ingest: %d s", seconds);
        try (var growth = new Growth(scene);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = growth.look().size();
            var taken = new AtomicLong();
            var enough = new AtomicBoolean();
            var feeding = threads.submit(() -> feed.whileAhead(AHEAD, taken::get, enough));
            watch(growth, before, taken, RAMP);
            var start = growth.look();
            var effort = scene.effort();
            int from = growth.seen().size() - 1;
            watch(growth, before, taken, seconds);
            var end = growth.look();
            var measured = growth.seen().subList(from, growth.seen().size());
            var spent = scene.effort();
            long waiting = scene.number("select count(*) from outbox");
            long checkpoints =
                    scene.number(
                            "select count(*) from checkpoint where size > %d and size <= %d"
                                    .formatted(start.size(), end.size()));
            enough.set(true);
            growth.awaitSize(before + feeding.get());
            long entries = end.size() - start.size();
            return new Ingest(
                    Figures.rounded(Growth.rate(start, end)),
                    Figures.rounded(Growth.slowest(measured, STRETCH)),
                    Figures.rounded(Growth.between(start, end)),
                    AHEAD,
                    Figures.rounded((double) entries / Math.max(1, checkpoints)),
                    waiting,
                    Progress.load(),
                    perThousand(spent, effort, entries));
        }
    }

    private static Map<String, Double> perThousand(Effort spent, Effort before, long entries) {
        return spent.perThousandSince(before, Math.max(1, entries));
    }

    private static void watch(Growth growth, long before, AtomicLong taken, int seconds)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            taken.set(growth.look().size() - before);
            Thread.sleep(50);
        }
    }
}
