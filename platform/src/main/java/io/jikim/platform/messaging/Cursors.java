package io.jikim.platform.messaging;

import io.jikim.contracts.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/// Decides whether it is an event's turn; works in the transaction of the event's effect.
@ApplicationScoped
class Cursors {

    /// Topics whose readers need no order: full state where the highest version wins, and answers
    /// that are each judged alone and come from participants that number nothing.
    private static final Set<String> WITHOUT_ORDER =
            Set.of(EventTypes.POLICY, EventTypes.ACKNOWLEDGEMENTS);

    private static final String ADMIT =
            """
            with fresh as (
                insert into inbox (consumer, event_id, tenant, subject, epoch, sequence)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing returning event_id),
            reached as (
                select epoch, last_sequence from inbox_cursor
                where (consumer, tenant, subject, topic, source) = (?, ?, ?, ?, ?) for update),
            settled as (
                update parked set state = 'RETRIED', retry_wanted = false, settled_at = now()
                where (consumer, event_id) = (?, ?) and state = 'PARKED')
            select exists (select from fresh) as fresh,
                (select epoch from reached) as epoch,
                (select last_sequence from reached) as last_sequence,
                exists (select from parked
                    where (consumer, tenant, subject, topic, source) = (?, ?, ?, ?, ?)
                    and (epoch, sequence) < (?, ?) and state = 'PARKED') as blocked
            """;

    private static final String ADVANCE =
            """
            insert into inbox_cursor (consumer, tenant, subject, topic, source, epoch, last_sequence)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (consumer, tenant, subject, topic, source)
            do update set epoch = excluded.epoch, last_sequence = excluded.last_sequence
            where (inbox_cursor.epoch, inbox_cursor.last_sequence)
                < (excluded.epoch, excluded.last_sequence)
            """;

    private final DataSource database;

    Cursors(DataSource database) {
        this.database = database;
    }

    /// Whether the event is new and next. False for one that has had its effect; where that was
    /// kept aside, it is so no longer.
    ///
    /// @throws NotInTurn where something is missing before it
    boolean admit(String consumer, Envelope event) {
        var standing = standing(consumer, event);
        if (!keepsOrderOn(event.stream().topic())) {
            return standing.fresh();
        }
        return switch (standing.turnOf(event.position(), event.after())) {
            case NEXT -> {
                advance(consumer, event);
                yield true;
            }
            case HEARD_UNDER_ANOTHER_NUMBER -> {
                advance(consumer, event);
                yield false;
            }
            case HEARD -> false;
            case BEHIND -> throw new NotInTurn(ParkReason.BEHIND, "an earlier event is parked");
            case GAP -> throw new NotInTurn(ParkReason.GAP, "last seen " + standing.reached());
        };
    }

    static boolean keepsOrderOn(String topic) {
        return !WITHOUT_ORDER.contains(topic);
    }

    private Standing standing(String consumer, Envelope event) {
        var stream = event.stream();
        return Sql.run(
                database,
                ADMIT,
                (_, statement) -> {
                    Sql.bind(
                            statement,
                            consumer,
                            event.id(),
                            stream.tenant(),
                            stream.subject(),
                            event.position().epoch(),
                            event.position().sequence(),
                            consumer,
                            stream.tenant(),
                            stream.subject(),
                            stream.topic(),
                            stream.source(),
                            consumer,
                            event.id(),
                            consumer,
                            stream.tenant(),
                            stream.subject(),
                            stream.topic(),
                            stream.source(),
                            event.position().epoch(),
                            event.position().sequence());
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        return new Standing(
                                rows.getBoolean("fresh"),
                                rows.getBoolean("blocked"),
                                reached(rows));
                    }
                });
    }

    private static Position reached(ResultSet row) throws SQLException {
        int epoch = row.getInt("epoch");
        return row.wasNull() ? Standing.START : new Position(epoch, row.getLong("last_sequence"));
    }

    private void advance(String consumer, Envelope event) {
        var stream = event.stream();
        Sql.update(
                database,
                ADVANCE,
                consumer,
                stream.tenant(),
                stream.subject(),
                stream.topic(),
                stream.source(),
                event.position().epoch(),
                event.position().sequence());
    }
}
