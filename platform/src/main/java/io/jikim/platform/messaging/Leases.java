package io.jikim.platform.messaging;

import io.jikim.platform.time.Ids;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Which shards this relay holds. That is a fact in the database and never worked out in memory:
/// two relays must not come to two answers.
@Singleton
class Leases {

    private static final String RENEW =
            """
            update outbox_lease set until = now() + ? * interval '1 millisecond'
            where owner = ? returning shard, fence
            """;

    private static final String TAKE =
            """
            update outbox_lease
            set owner = ?, fence = fence + 1, until = now() + ? * interval '1 millisecond'
            where shard in (
                select shard from outbox_lease
                where until < now() or until > now() + ? * interval '1 millisecond'
                for update skip locked)
            returning shard, fence
            """;

    private static final String RELEASE =
            "update outbox_lease set owner = '', until = '-infinity' where owner = ?";

    /// No relay takes a shard for longer. What is dated beyond was written before the clock of the
    /// database was set back, and may be a dead holder's; shorter than this it is only waited for,
    /// or relays of different settings would take living leases from each other.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final javax.sql.DataSource database;
    private final Duration length;
    private final String owner;
    private volatile Lease held = Lease.NONE;

    Leases(
            @DataSource("system") javax.sql.DataSource database,
            @ConfigProperty(name = "jikim.messaging.lease", defaultValue = "15s") Duration length,
            Ids ids) {
        if (length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A lease is for five minutes at most");
        }
        this.database = database;
        this.length = length;
        this.owner = ids.next().toString();
    }

    Lease held() {
        return held;
    }

    Duration length() {
        return length;
    }

    /// Keeps what is ours, takes what is free. Counted from before the question, so that we give up
    /// a lease earlier than the database does.
    void renew() {
        long until = System.nanoTime() + length.toNanos();
        Map<Short, Long> fences = new HashMap<>();
        fences.putAll(shards(RENEW, length.toMillis(), owner));
        fences.putAll(shards(TAKE, owner, length.toMillis(), LONGEST.toMillis()));
        held = new Lease(fences, until);
    }

    void release() {
        held = Lease.NONE;
        Sql.update(database, RELEASE, owner);
    }

    private Map<Short, Long> shards(String sql, Object... values) {
        return Sql.run(
                database,
                sql,
                (_, statement) -> {
                    Sql.bind(statement, values);
                    return fences(statement);
                });
    }

    private static Map<Short, Long> fences(PreparedStatement statement) throws SQLException {
        Map<Short, Long> fences = new HashMap<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                fences.put(rows.getShort("shard"), rows.getLong("fence"));
            }
        }
        return fences;
    }
}
