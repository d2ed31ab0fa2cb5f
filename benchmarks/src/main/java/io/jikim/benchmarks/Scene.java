package io.jikim.benchmarks;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// What runs while it is measured.
record Scene(LocalStack stack, SmallService speaker, SmallService listener) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// How many facts of a run are in effect.
    int count(String run) throws IOException, InterruptedException {
        return listener.get("/arrivals/" + run + "/count").asInt();
    }

    /// @throws IllegalStateException if that takes longer than anything that still makes sense
    void await(String run, int facts) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int count = count(run); count < facts; count = count(run)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "%d of %d events of the run %s have arrived after %s"
                                .formatted(count, facts, run, PATIENCE));
            }
            Thread.sleep(20);
        }
    }

    long number(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.superuser(database));
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
