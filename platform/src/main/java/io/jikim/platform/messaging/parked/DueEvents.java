package io.jikim.platform.messaging.parked;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jikim.platform.messaging.Sql;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Which of the parked events are to be tried, the first of each stream.
@Singleton
class DueEvents {

    private static final JsonMapper JSON = new JsonMapper();

    // A position that was reached or passed meanwhile is due too: its event is heard, and settled.
    private static final String DUE =
            """
            select distinct on (p.consumer, p.tenant, p.subject, p.topic, p.source)
                p.id, p.consumer, p.topic, p.subject, p.headers, p.payload, p.attempts
            from parked p
            left join inbox_cursor c using (consumer, tenant, subject, topic, source)
            where p.state = 'PARKED' and p.id <> all (?) and (p.retry_wanted
                or p.reason <> 'POISON' and case
                    when p.epoch > coalesce(c.epoch, 1) then p.sequence = 1
                        and (p.after_epoch is null or (p.after_epoch, p.after_sequence)
                            <= (coalesce(c.epoch, 1), coalesce(c.last_sequence, 0)))
                    when p.epoch = coalesce(c.epoch, 1)
                        then p.sequence <= coalesce(c.last_sequence, 0) + 1
                    else true end)
            order by p.consumer, p.tenant, p.subject, p.topic, p.source, p.epoch, p.sequence
            limit 100
            """;

    private static final String TOUCHED =
            "select state <> 'PARKED' or attempts > ? from parked where id = ?";

    /// An event as it came the first time.
    record Due(UUID id, String consumer, int attempts, ConsumerRecord<String, byte[]> received) {}

    private final javax.sql.DataSource database;

    DueEvents(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    List<Due> now(Collection<UUID> without) {
        return Sql.run(
                database,
                DUE,
                (connection, statement) -> {
                    statement.setArray(1, connection.createArrayOf("uuid", without.toArray()));
                    List<Due> events = new ArrayList<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            events.add(
                                    new Due(
                                            rows.getObject("id", UUID.class),
                                            rows.getString("consumer"),
                                            rows.getInt("attempts"),
                                            received(rows)));
                        }
                    }
                    return events;
                });
    }

    /// Whether its consumer has not even looked at it.
    boolean isUntouched(Due event) {
        return Sql.run(
                database,
                TOUCHED,
                (_, statement) -> {
                    Sql.bind(statement, event.attempts(), event.id());
                    try (var row = statement.executeQuery()) {
                        return row.next() && !row.getBoolean(1);
                    }
                });
    }

    // Place and offset are none that Kafka knows: nobody commits it.
    private static ConsumerRecord<String, byte[]> received(ResultSet row) throws SQLException {
        var received =
                new ConsumerRecord<String, byte[]>(
                        row.getString("topic"),
                        -1,
                        -1,
                        row.getString("subject"),
                        row.getBytes("payload"));
        headers(row.getString("headers"))
                .forEach((name, value) -> received.headers().add(name, value.getBytes(UTF_8)));
        return received;
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
