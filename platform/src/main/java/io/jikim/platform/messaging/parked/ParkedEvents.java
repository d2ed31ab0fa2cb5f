package io.jikim.platform.messaging.parked;

import io.jikim.platform.messaging.ParkReason;
import io.jikim.platform.messaging.Position;
import io.jikim.platform.messaging.Sql;
import io.jikim.platform.messaging.Stream;
import io.jikim.platform.messaging.ops.Page;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks at what is kept aside, for all tenants.
@Singleton
class ParkedEvents {

    private static final String COLUMNS =
            """
            select id, consumer, event_id, type, tenant, subject, topic, source, epoch, sequence,
                state, reason, attempts, retry_wanted, first_failed, skip_proposed_by,
                skip_proposed_at, skip_reason
            from parked
            """;

    private static final String PAGE =
            COLUMNS
                    + """
                    where state = 'PARKED' and tenant = coalesce(?::text, tenant)
                    and consumer = coalesce(?::text, consumer) and topic = coalesce(?::text, topic)
                    and subject = coalesce(?::text, subject)
                    and id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')
                    order by id limit ?
                    """;

    private static final String ONE = COLUMNS + "where id = ?";

    private static final String FIRST_OF_STREAMS =
            "select distinct on (consumer, tenant, topic, source) *"
                    + " from ("
                    + COLUMNS
                    + """
                    where tenant = coalesce(?::text, tenant) and subject = ?) p
                    order by consumer, tenant, topic, source, state = 'PARKED' desc, epoch, sequence
                    """;

    /// What to show; null is any.
    record Filter(
            @Nullable String tenant,
            @Nullable String consumer,
            @Nullable String topic,
            @Nullable String subject) {}

    private final javax.sql.DataSource database;

    ParkedEvents(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    /// In the order in which they were parked.
    List<ParkedEvent> page(Filter filter, Page page) {
        return read(
                PAGE,
                filter.tenant(),
                filter.consumer(),
                filter.topic(),
                filter.subject(),
                page.after(),
                page.size());
    }

    Optional<ParkedEvent> find(UUID id) {
        return read(ONE, id).stream().findFirst();
    }

    /// The events of a subject that others wait for; of a stream that nothing waits in, one that
    /// did.
    List<ParkedEvent> firstOfStreams(@Nullable String tenant, String subject) {
        return read(FIRST_OF_STREAMS, tenant, subject);
    }

    private List<ParkedEvent> read(String sql, @Nullable Object... values) {
        return Sql.run(
                database,
                sql,
                (_, statement) -> {
                    Sql.bind(statement, values);
                    List<ParkedEvent> events = new ArrayList<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            events.add(event(rows));
                        }
                    }
                    return events;
                });
    }

    private static ParkedEvent event(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                new ParkedEvent.Named(row.getObject("event_id", UUID.class), row.getString("type")),
                new Stream(
                        row.getString("tenant"),
                        row.getString("subject"),
                        row.getString("topic"),
                        row.getString("source")),
                new Position(row.getInt("epoch"), row.getLong("sequence")),
                new ParkedEvent.Trouble(
                        row.getString("state"),
                        ParkReason.valueOf(row.getString("reason")),
                        row.getInt("attempts"),
                        row.getBoolean("retry_wanted"),
                        row.getObject("first_failed", OffsetDateTime.class).toInstant()),
                proposal(row));
    }

    private static ParkedEvent.@Nullable Proposal proposal(ResultSet row) throws SQLException {
        String by = row.getString("skip_proposed_by");
        return by == null
                ? null
                : new ParkedEvent.Proposal(
                        by,
                        row.getObject("skip_proposed_at", OffsetDateTime.class).toInstant(),
                        row.getString("skip_reason"));
    }
}
