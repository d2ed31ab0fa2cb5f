package io.jikim.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// Finds events that were passed over by their number though nobody here has heard them: another
/// event has their place. That is what a speaker does whose database was restored unnoticed, and
/// the fact is lost to this reader.
@ApplicationScoped
class Unheard {

    // Written by the transaction at hand, which began at `now()`; whom a person has given up is no
    // surprise.
    private static final String FOUND =
            """
            select i.event_id, coalesce(string_agg(o.event_id::text, ' '), '-') as others
            from inbox i
            left join inbox o on o.event_id <> i.event_id
                and (o.consumer, o.tenant, o.subject, o.topic, o.source, o.epoch, o.sequence)
                    = (i.consumer, i.tenant, i.subject, i.topic, i.source, i.epoch, i.sequence)
            where i.consumer = ? and i.event_id = any (?) and i.at = now()
            and not exists (select from parked p
                where (p.consumer, p.event_id, p.topic, p.source)
                    = (i.consumer, i.event_id, i.topic, i.source))
            group by i.event_id
            """;

    private final DataSource database;

    Unheard(DataSource database) {
        this.database = database;
    }

    /// In the transaction that has passed them over: the ids that were new, each with the ids of
    /// those that this reader knows under the same number.
    Map<UUID, String> among(String consumer, Collection<UUID> passedOver) {
        if (passedOver.isEmpty()) {
            return Map.of();
        }
        return Sql.run(
                database,
                FOUND,
                (connection, statement) -> {
                    statement.setString(1, consumer);
                    statement.setArray(2, connection.createArrayOf("uuid", passedOver.toArray()));
                    Map<UUID, String> found = new HashMap<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.put(
                                    rows.getObject("event_id", UUID.class),
                                    rows.getString("others"));
                        }
                    }
                    return found;
                });
    }
}
