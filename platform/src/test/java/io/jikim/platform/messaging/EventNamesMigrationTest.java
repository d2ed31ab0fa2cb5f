package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.LocalStack;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class EventNamesMigrationTest {

    private final String url = LocalStack.shared().superuserUrl("consent");
    private final String schema = "names_" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void what_was_heard_before_stays_heard_in_every_stream_it_may_be_of() throws Exception {
        migrate("0.5");
        var event = UUID.randomUUID();
        run(
                "insert into inbox (consumer, event_id, tenant, subject, epoch, sequence)"
                        + " values ('c', '%s', 't', 's', 1, 1), ('c', '%s', 't', 'of no order', 1, 0)"
                                .formatted(event, UUID.randomUUID()));
        run(
                """
                insert into inbox_cursor
                    (consumer, tenant, subject, topic, source, epoch, last_sequence)
                values ('c', 't', 's', 'jikim.consent', '/consent-service', 1, 4),
                    ('c', 't', 's', 'jikim.identity', '/identity-verification-service', 1, 2),
                    ('another', 't', 's', 'jikim.retention', '/retention-service', 1, 2)
                """);

        migrate("latest");

        assertThat(
                        run(
                                "select event_id || ' ' || topic || ' ' || source from inbox order by topic"))
                .containsExactly(
                        event + " jikim.consent /consent-service",
                        event + " jikim.identity /identity-verification-service");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas(schema)
                .locations("filesystem:src/main/resources/db/platform")
                .target(version)
                .load()
                .migrate();
    }

    private List<String> run(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            connection.setSchema(schema);
            List<String> found = new ArrayList<>();
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
