package io.jikim.platform.messaging;

import io.jikim.contracts.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/// Decides whether it is the turn of events; works in the transaction of their effects.
@ApplicationScoped
class Cursors {

    /// Topics whose readers need no order: full state where the highest version wins, and answers
    /// that are each judged alone and come from participants that number nothing.
    private static final Set<String> WITHOUT_ORDER =
            Set.of(EventTypes.POLICY, EventTypes.ACKNOWLEDGEMENTS);

    // The cursors are locked in the order of arrival, which is that of the partition.
    private static final String ADMIT =
            """
            with arriving as (
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[])
                with ordinality as a (event_id, subject, topic, source, epoch, sequence, place)),
            fresh as (
                insert into inbox (consumer, event_id, topic, source, tenant, subject, epoch, sequence)
                select ?, event_id, topic, source, ?, subject, epoch, sequence from arriving
                on conflict do nothing returning event_id, topic, source),
            settled as (
                update parked set state = 'RETRIED', retry_wanted = false, settled_at = now()
                where consumer = ? and state = 'PARKED'
                and (event_id, topic, source) in (select event_id, topic, source from arriving))
            select (a.event_id, a.topic, a.source) in (select * from fresh) as fresh,
                reached.epoch, reached.last_sequence,
                exists (select from parked
                    where (consumer, tenant, subject, topic, source)
                        = (?, ?, a.subject, a.topic, a.source)
                    and (epoch, sequence) < (a.epoch, a.sequence) and state = 'PARKED') as blocked
            from arriving a
            left join lateral (
                select epoch, last_sequence from inbox_cursor
                where (consumer, tenant, subject, topic, source)
                    = (?, ?, a.subject, a.topic, a.source)
                for update) reached on true
            order by a.place
            """;

    private static final String ADVANCE =
            """
            insert into inbox_cursor (consumer, tenant, subject, topic, source, epoch, last_sequence)
            select ?, ?, reached.*
            from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[]) as reached
            on conflict (consumer, tenant, subject, topic, source)
            do update set epoch = excluded.epoch, last_sequence = excluded.last_sequence
            where (inbox_cursor.epoch, inbox_cursor.last_sequence)
                < (excluded.epoch, excluded.last_sequence)
            """;

    /// What an event is known by: an id is its source's own, and a source is one only as far as its
    /// topic binds it.
    private record Name(UUID id, String topic, String source) {
        static Name of(Envelope event) {
            return new Name(event.id(), event.stream().topic(), event.stream().source());
        }
    }

    private final DataSource database;

    Cursors(DataSource database) {
        this.database = database;
    }

    /// Whether each event, in their order, is new and next. False for one that has had its effect;
    /// where that was kept aside, it is so no longer. All are of one tenant.
    ///
    /// @throws NotInTurn where something is missing before one of them
    List<Boolean> admit(String consumer, List<Envelope> events) {
        Map<Stream, Envelope> furthest = new LinkedHashMap<>();
        Set<Name> before = new HashSet<>();
        List<Boolean> admitted = new ArrayList<>();
        var standings = standings(consumer, events).iterator();
        for (var event : events) {
            var standing = standings.next();
            var last = furthest.get(event.stream());
            boolean fresh = before.add(Name.of(event)) && standing.fresh();
            admitted.add(
                    admit(
                            event,
                            new Standing(
                                    fresh,
                                    standing.blocked(),
                                    last == null ? standing.reached() : last.position()),
                            furthest));
        }
        if (!furthest.isEmpty()) {
            advance(consumer, furthest.values());
        }
        return admitted;
    }

    private static boolean admit(
            Envelope event, Standing standing, Map<Stream, Envelope> furthest) {
        if (!keepsOrderOn(event.stream().topic())) {
            return standing.fresh();
        }
        return switch (standing.turnOf(event.position(), event.after())) {
            case NEXT -> {
                furthest.put(event.stream(), event);
                yield true;
            }
            case HEARD_UNDER_ANOTHER_NUMBER -> {
                furthest.put(event.stream(), event);
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

    private List<Standing> standings(String consumer, List<Envelope> events) {
        String tenant = events.getFirst().stream().tenant();
        return Sql.run(
                database,
                ADMIT,
                (connection, statement) -> {
                    Sql.bind(
                            statement,
                            column(connection, "uuid", events, Envelope::id),
                            column(connection, "text", events, it -> it.stream().subject()),
                            column(connection, "text", events, it -> it.stream().topic()),
                            column(connection, "text", events, it -> it.stream().source()),
                            column(connection, "int4", events, it -> it.position().epoch()),
                            column(connection, "int8", events, it -> it.position().sequence()),
                            consumer,
                            tenant,
                            consumer,
                            consumer,
                            tenant,
                            consumer,
                            tenant);
                    return standings(statement);
                });
    }

    private static List<Standing> standings(PreparedStatement statement) throws SQLException {
        List<Standing> standings = new ArrayList<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                standings.add(
                        new Standing(
                                rows.getBoolean("fresh"),
                                rows.getBoolean("blocked"),
                                reached(rows)));
            }
        }
        return standings;
    }

    private static Position reached(ResultSet row) throws SQLException {
        int epoch = row.getInt("epoch");
        return row.wasNull() ? Standing.START : new Position(epoch, row.getLong("last_sequence"));
    }

    private void advance(String consumer, Collection<Envelope> furthest) {
        String tenant = furthest.iterator().next().stream().tenant();
        Sql.run(
                database,
                ADVANCE,
                (connection, statement) -> {
                    Sql.bind(
                            statement,
                            consumer,
                            tenant,
                            column(connection, "text", furthest, it -> it.stream().subject()),
                            column(connection, "text", furthest, it -> it.stream().topic()),
                            column(connection, "text", furthest, it -> it.stream().source()),
                            column(connection, "int4", furthest, it -> it.position().epoch()),
                            column(connection, "int8", furthest, it -> it.position().sequence()));
                    return statement.executeUpdate();
                });
    }

    private static Array column(
            Connection connection,
            String type,
            Collection<Envelope> events,
            Function<Envelope, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(value).toArray());
    }
}
