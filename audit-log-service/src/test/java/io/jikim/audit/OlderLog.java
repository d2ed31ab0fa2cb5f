package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.testkit.stack.LocalStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/// A log's tables as an earlier version made them, in a schema of their own.
final class OlderLog {
    private final String url = LocalStack.shared().superuserUrl("audit");
    private final String schema = "older_" + UUID.randomUUID().toString().replace("-", "");

    void migrate(String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas(schema)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
    }

    /// What these statements find.
    List<String> run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            connection.setSchema(schema);
            var found = new ArrayList<String>();
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    var all = statement.getResultSet();
                    while (all.next()) {
                        found.add(all.getString(1));
                    }
                }
                rows = statement.getMoreResults();
            }
            return found;
        }
    }

    /// What the server says beside what it finds.
    List<String> heard(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            connection.setSchema(schema);
            statement.execute(sql);
            var heard = new ArrayList<String>();
            for (var said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
                heard.add(String.valueOf(said.getMessage()));
            }
            return heard;
        }
    }

    void assertRefused(String sql) {
        assertThatThrownBy(() -> run(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("42501");
    }
}
