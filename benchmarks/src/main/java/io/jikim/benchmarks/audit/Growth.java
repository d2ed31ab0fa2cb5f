package io.jikim.benchmarks.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The size of a log's newest checkpoint, looked at again and again.
final class Growth implements AutoCloseable {

    /// What was seen: the log had a checkpoint over so many entries at that time (nanoseconds).
    record Seen(long nanos, long size) {}

    private final Connection connection;
    private final PreparedStatement newest;
    private final List<Seen> seen = new ArrayList<>();

    Growth(AuditScene scene) throws SQLException {
        connection = scene.database();
        newest = connection.prepareStatement("select coalesce(max(size), 0) from checkpoint");
    }

    /// The moment is after the answer: what is seen was there before.
    Seen look() throws SQLException {
        try (var row = newest.executeQuery()) {
            row.next();
            var found = new Seen(System.nanoTime(), row.getLong(1));
            seen.add(found);
            return found;
        }
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /// @throws IllegalStateException if the log does not get there
    void awaitSize(long size) throws SQLException, InterruptedException {
        long end = System.nanoTime() + 300_000_000_000L;
        while (look().size() < size) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The log has %d of %d entries after 5 minutes"
                                .formatted(seen.getLast().size(), size));
            }
            Thread.sleep(20);
        }
    }

    /// Entries per second in the slowest stretch of so many seconds; in all of it where that is
    /// shorter.
    static double slowest(List<Seen> seen, double seconds) {
        double slowest = Double.POSITIVE_INFINITY;
        int from = 0;
        for (int to = 1; to < seen.size(); to++) {
            while (from + 1 < to && between(seen.get(from + 1), seen.get(to)) >= seconds) {
                from++;
            }
            if (between(seen.get(from), seen.get(to)) >= seconds) {
                slowest = Math.min(slowest, rate(seen.get(from), seen.get(to)));
            }
        }
        return Double.isInfinite(slowest) ? rate(seen.getFirst(), seen.getLast()) : slowest;
    }

    static double rate(Seen from, Seen to) {
        return (to.size() - from.size()) / between(from, to);
    }

    static double between(Seen from, Seen to) {
        return (to.nanos() - from.nanos()) / 1e9;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
