package io.jikim.platform.messaging;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the broker has acknowledged, kept for some time: it can be told again as it was told, under
/// its own ids, so that whoever has heard it hears nothing new.
@Singleton
public class History {

    private static final int PAGE = 500;

    private static final String COLUMNS =
            """
            select 0::bigint as id, event_id, type, dataschema, created_at, tenant, subject, topic,
                source, epoch, sequence, correlation_id, causation_id, traceparent, payload,
                after_epoch, after_sequence
            from event_log
            """;

    private static final String STRETCH =
            COLUMNS
                    + """
                    where (tenant, subject, topic, source) = (?, ?, ?, ?) and epoch = ?
                    and sequence between ? and ? order by sequence limit ?
                    """;

    // What waits for the broker is told soon, by the relay.
    private static final String WAITING =
            """
            select min(sequence) from outbox
            where (tenant, subject, topic, source) = (?, ?, ?, ?) and epoch = ?
            and sequence between ? and ?
            """;

    private static final String CHOSEN =
            COLUMNS + "where event_id > ? and published_at >= ? and published_at < ?";

    /// Events between two times at which they were told; null is any.
    public record Choice(
            Instant since,
            Instant until,
            @Nullable String tenant,
            @Nullable String subject,
            @Nullable String topic,
            @Nullable String type) {

        // What is any has no condition: one that is true of every row keeps the index of a subject
        // out of use.
        private Map<String, String> terms() {
            Map<String, String> terms = new LinkedHashMap<>();
            put(terms, "tenant", tenant);
            put(terms, "subject", subject);
            put(terms, "topic", topic);
            put(terms, "type", type);
            return terms;
        }

        private static void put(Map<String, String> terms, String column, @Nullable String value) {
            if (value != null) {
                terms.put(column, value);
            }
        }
    }

    /// How many were told, and the id of the last one; null where nothing is left.
    public record Told(int events, @Nullable UUID last) {}

    private final javax.sql.DataSource database;
    private final Postman postman;

    History(@DataSource("system") javax.sql.DataSource database, Postman postman) {
        this.database = database;
        this.postman = postman;
    }

    /// Tells events of a stream again, from one number to another. Returns the first that is
    /// neither here nor about to be told, or null.
    ///
    /// @throws RetryLater where the broker does not take them
    public @Nullable Long tellAgain(Stream stream, int epoch, long from, long to) {
        Set<Long> told = new HashSet<>();
        long next = from;
        while (next <= to) {
            var page = stretch(stream, epoch, next, to);
            tell(page);
            page.forEach(letter -> told.add(letter.envelope().position().sequence()));
            if (page.size() < PAGE) {
                break;
            }
            next = page.getLast().envelope().position().sequence() + 1;
        }
        long known = waitingFrom(stream, epoch, from, to);
        for (long number = from; number <= to && number < known; number++) {
            if (!told.contains(number)) {
                return number;
            }
        }
        return null;
    }

    /// Tells a page of what is chosen, in the order in which it came about.
    ///
    /// @throws RetryLater where the broker does not take it
    public Told tellAgain(Choice choice, UUID after) {
        var sql = new StringBuilder(CHOSEN);
        List<Object> values = new ArrayList<>();
        values.add(after);
        values.add(choice.since().atOffset(ZoneOffset.UTC));
        values.add(choice.until().atOffset(ZoneOffset.UTC));
        choice.terms()
                .forEach((column, value) -> {
                    sql.append(" and ").append(column).append(" = ?");
                    values.add(value);
                });
        values.add(PAGE);
        var page = read(sql.append(" order by event_id limit ?").toString(), values.toArray());
        tell(page);
        return new Told(page.size(), page.size() < PAGE ? null : page.getLast().envelope().id());
    }

    private void tell(List<Letter> letters) {
        try {
            if (!postman.deliver(letters).isComplete()) {
                throw new RetryLater("The broker does not take events");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater("The service is stopping", e);
        }
    }

    private List<Letter> stretch(Stream stream, int epoch, long from, long to) {
        return read(
                STRETCH,
                stream.tenant(),
                stream.subject(),
                stream.topic(),
                stream.source(),
                epoch,
                from,
                to,
                PAGE);
    }

    private long waitingFrom(Stream stream, int epoch, long from, long to) {
        return Sql.run(
                database,
                WAITING,
                (_, statement) -> {
                    Sql.bind(
                            statement,
                            stream.tenant(),
                            stream.subject(),
                            stream.topic(),
                            stream.source(),
                            epoch,
                            from,
                            to);
                    try (var row = statement.executeQuery()) {
                        row.next();
                        long first = row.getLong(1);
                        return row.wasNull() ? Long.MAX_VALUE : first;
                    }
                });
    }

    private List<Letter> read(String sql, @Nullable Object... values) {
        return Sql.run(
                database,
                sql,
                (_, statement) -> {
                    Sql.bind(statement, values);
                    return Letters.letters(statement);
                });
    }
}
