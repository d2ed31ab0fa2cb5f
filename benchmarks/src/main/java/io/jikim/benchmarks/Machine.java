package io.jikim.benchmarks;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// Where it ran. A setting that makes commits cheap would be seen here.
public record Machine(int processors, Map<String, String> durability) {

    private static final String SETTINGS =
            """
            select name, setting from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes')
            """;

    public Machine {
        durability = Map.copyOf(durability);
    }

    /// @param address of a database, whose settings are read back
    public static Machine of(String address) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return new Machine(Runtime.getRuntime().availableProcessors(), settings);
    }
}
