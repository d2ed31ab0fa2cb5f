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

    private static final Position START = new Position(1, 0);

    private static final String ADMIT =
            """
            with fresh as (
                insert into inbox (consumer, event_id, tenant, subject, epoch, sequence)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing returning event_id),
            reached as (
                select epoch, last_sequence from inbox_cursor
                where (consumer, tenant, subject, topic, source) = (?, ?, ?, ?, ?) for update)
            select exists (select from fresh) as fresh,
                (select epoch from reached) as epoch,
                (select last_sequence from reached) as last_sequence,
                exists (select from parked
                    where (consumer, tenant, subject, topic, source) = (?, ?, ?, ?, ?)
                    and state = 'PARKED') as blocked
            """;

    private static final String ADVANCE =
            """
            insert into inbox_cursor (consumer, tenant, subject, topic, source, epoch, last_sequence)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (consumer, tenant, subject, topic, source)
            do update set epoch = excluded.epoch, last_sequence = excluded.last_sequence
            """;

    private record Standing(boolean fresh, boolean blocked, Position reached) {}

    private final DataSource database;

    Cursors(DataSource database) {
        this.database = database;
    }

    /// Whether the event is new and next. False for one that has had its effect.
    ///
    /// @throws NotInTurn where something is missing before it
    boolean admit(String consumer, Envelope event) {
        var standing = standing(consumer, event);
        if (!standing.fresh()) {
            return false;
        }
        return WITHOUT_ORDER.contains(event.stream().topic()) || inTurn(consumer, event, standing);
    }

    private boolean inTurn(String consumer, Envelope event, Standing standing) {
        var reached = standing.reached();
        if (event.position().isBehind(reached)) {
            return false;
        }
        if (standing.blocked()) {
            throw new NotInTurn(ParkReason.BEHIND, "an earlier event is parked");
        }
        if (!event.position().follows(reached)) {
            throw new NotInTurn(ParkReason.GAP, "last seen " + reached);
        }
        advance(consumer, event);
        return true;
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
                            stream.tenant(),
                            stream.subject(),
                            stream.topic(),
                            stream.source());
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
        return row.wasNull() ? START : new Position(epoch, row.getLong("last_sequence"));
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
