package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Figures;
import io.jikim.benchmarks.Pace;
import io.jikim.benchmarks.Percentiles;
import io.jikim.benchmarks.Progress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// From the moment a record was due at the broker until somebody else sees the signed checkpoint
/// that covers it, at a fixed rate.
record CoveredLatency(
        int offeredPerSecond, double loadAverage, Map<String, Object> dueToCheckpointMillis) {

    private static final String PLACES = "select event_id, index from entry_name where index >= ?";

    CoveredLatency {
        dueToCheckpointMillis = Figures.inOrder(dueToCheckpointMillis);
    }

    static CoveredLatency measure(AuditScene scene, Feed feed, AuditPlan plan)
            throws SQLException, InterruptedException, ExecutionException {
        Progress.say("latency: %d/s for %d s", plan.rate(), plan.seconds());
        pace(scene, feed, plan.rate(), 3);
        var micros = pace(scene, feed, plan.rate(), plan.seconds());
        return new CoveredLatency(plan.rate(), Progress.load(), new Percentiles(micros).summary());
    }

    private static long[] pace(AuditScene scene, Feed feed, int rate, int seconds)
            throws SQLException, InterruptedException, ExecutionException {
        try (var growth = new Growth(scene);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = growth.look().size();
            var pace =
                    new Pace(
                            System.nanoTime(),
                            rate,
                            (long) rate * seconds,
                            Pace.resting(System::nanoTime));
            var feeding = threads.submit(() -> feed.paced(pace));
            long after = watch(growth, before, feeding);
            growth.awaitSize(after);
            return times(scene, before, feeding.get(), growth.seen());
        }
    }

    /// Returns the size that the log has in the end.
    private static long watch(Growth growth, long before, Future<Map<UUID, Long>> feeding)
            throws SQLException, InterruptedException, ExecutionException {
        while (!feeding.isDone()) {
            growth.look();
            Thread.sleep(4);
        }
        long after = before + feeding.get().size();
        while (growth.look().size() < after) {
            Thread.sleep(4);
        }
        return after;
    }

    private static long[] times(
            AuditScene scene, long before, Map<UUID, Long> due, List<Growth.Seen> seen)
            throws SQLException {
        var times = new ArrayList<Long>(due.size());
        try (var connection = scene.database();
                var places = connection.prepareStatement(PLACES)) {
            places.setLong(1, before);
            try (var row = places.executeQuery()) {
                while (row.next()) {
                    var moment = due.get(row.getObject(1, UUID.class));
                    if (moment != null) {
                        times.add((coveredAt(row.getLong(2), seen) - moment) / 1_000);
                    }
                }
            }
        }
        if (times.size() != due.size()) {
            throw new IllegalStateException(
                    "%d of %d records are in the log".formatted(times.size(), due.size()));
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static long coveredAt(long index, List<Growth.Seen> seen) {
        int low = 0;
        int high = seen.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (seen.get(middle).size() > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return seen.get(low).nanos();
    }
}
