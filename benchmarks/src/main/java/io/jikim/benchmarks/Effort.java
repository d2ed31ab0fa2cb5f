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
public record Effort(Map<String, Double> counted) {

    private static final String DATABASE =
            """
            select (select sum(xact_commit) from pg_stat_database)::float8 as commits,
                (select sum(fsyncs) from pg_stat_io where object = 'wal')::float8 as wal_syncs,
                (select sum(write_bytes) from pg_stat_io where object = 'wal')::float8 as wal_bytes
            """;

    public Effort {
        counted = Map.copyOf(counted);
    }

    static Effort now(Scene scene) throws SQLException {
        return now(
                scene.stack(),
                Map.of(
                        "cpuSpeaker", scene.speaker().process(),
                        "cpuListener", scene.listener().process()));
    }

    /// @param processes by the name of their figure; those of the stack come besides
    public static Effort now(LocalStack stack, Map<String, ProcessHandle> processes)
            throws SQLException {
        var counted = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> counted.put(name, seconds(Stream.of(process))));
        counted.put("cpuBroker", seconds(Stream.of(stack.process())));
        counted.put("cpuPostgres", seconds(stack.process().descendants()));
        try (var connection = DriverManager.getConnection(stack.superuser("postgres"));
                var statement = connection.createStatement();
                var row = statement.executeQuery(DATABASE)) {
            row.next();
            counted.put("commits", row.getDouble("commits"));
            counted.put("walSyncs", row.getDouble("wal_syncs"));
            counted.put("walBytes", row.getDouble("wal_bytes"));
        }
        return new Effort(counted);
    }

    public static double seconds(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }

    /// For each thousand events.
    public Map<String, Double> perThousandSince(Effort before, long events) {
        var spent = new TreeMap<String, Double>();
        counted.forEach((name, now) ->
                spent.put(
                        name,
                        Figures.rounded(
                                (now - before.counted.getOrDefault(name, 0.0)) * 1000 / events)));
        return spent;
    }
}
