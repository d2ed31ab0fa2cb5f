package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.testkit.stack.LocalStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class ClaimsMigrationTest {
    private final String url = LocalStack.shared().superuserUrl("audit");
    private final String schema = "claims_" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void a_log_that_stands_learns_who_claimed_and_still_only_grows() throws SQLException {
        migrate("1");
        entry(0, "erasure.acknowledged", "/newsletter");
        entry(1, "erasure.certified", "/retention-service");

        migrate("20");

        for (var table : List.of("entry", "disclosure")) {
            assertThat(run("select claimed_by from " + table + " order by index"))
                    .containsExactly("/newsletter", "");
        }
        for (var change : List.of("update entry set claimed_by = ''", "delete from entry")) {
            assertThatThrownBy(() -> run(change))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
        }
    }

    private void entry(long index, String fact, String source) throws SQLException {
        var event = UUID.randomUUID();
        run(
                "insert into entry (index, event_id, leaf, leaf_hash) values (%d, '%s', '', sha256(''))"
                        .formatted(index, event));
        run(
                ("insert into disclosure (index, event_id, tenant, secret, fields, at) values (%d, '%s', 't', '',"
                                + " '{\"type\":\"io.jikim.%s.v1\",\"source\":\"%s\"}', now())")
                        .formatted(index, event, fact, source));
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas(schema)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private List<String> run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            connection.setSchema(schema);
            var found = new ArrayList<String>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
