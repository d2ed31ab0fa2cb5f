package io.jikim.benchmarks;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a stretch of time has cost: processor seconds of each process, commits and waits for the
/// disk of the live cluster.
record Effort(Map<String, Double> counted) {

    private static final String DATABASE =
            """
            select (select sum(xact_commit) from pg_stat_database)::float8 as commits,
                (select sum(fsyncs) from pg_stat_io where object = 'wal')::float8 as wal_syncs,
                (select sum(write_bytes) from pg_stat_io where object = 'wal')::float8 as wal_bytes
            """;

    Effort {
        counted = Map.copyOf(counted);
    }

    static Effort now(Scene scene) throws SQLException {
        var counted = new LinkedHashMap<String, Double>();
        counted.put("cpuSpeaker", seconds(Stream.of(scene.speaker().process())));
        counted.put("cpuListener", seconds(Stream.of(scene.listener().process())));
        counted.put("cpuBroker", seconds(Stream.of(scene.stack().process())));
        counted.put("cpuPostgres", seconds(scene.stack().process().descendants()));
        try (var connection = DriverManager.getConnection(scene.stack().superuser("postgres"));
                var statement = connection.createStatement();
                var row = statement.executeQuery(DATABASE)) {
            row.next();
            counted.put("commits", row.getDouble("commits"));
            counted.put("walSyncs", row.getDouble("wal_syncs"));
            counted.put("walBytes", row.getDouble("wal_bytes"));
        }
        return new Effort(counted);
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }

    /// For each thousand events.
    Map<String, Double> perThousandSince(Effort before, long events) {
        var spent = new TreeMap<String, Double>();
        counted.forEach((name, now) ->
                spent.put(
                        name,
                        Figures.rounded(
                                (now - before.counted.getOrDefault(name, 0.0)) * 1000 / events)));
        return spent;
    }
}
