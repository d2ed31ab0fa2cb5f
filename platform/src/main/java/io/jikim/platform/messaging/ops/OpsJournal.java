package io.jikim.platform.messaging.ops;

import io.jikim.platform.access.Actor;
import io.jikim.platform.messaging.Sql;
import io.jikim.platform.time.Ids;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people did to the flow of events; nobody can change or remove a line of it.
@Singleton
public class OpsJournal {

    private static final String WRITE =
            """
            insert into ops_journal (id, tenant, actor, role, act, about, reason)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String READ =
            """
            select id, at, tenant, actor, role, act, about, reason from ops_journal
            where tenant = coalesce(?::text, tenant)
            and id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000') order by id limit ?
            """;

    /// One act. `about` names what it was done to, by kind and id.
    public record Entry(UUID id, Instant at, String tenant, Actor by, String act, Cause cause) {}

    /// What an act was done to, and the code of its reason where one was asked for.
    public record Cause(String about, @Nullable String reason) {}

    private final javax.sql.DataSource database;
    private final javax.sql.DataSource system;
    private final Ids ids;

    OpsJournal(
            javax.sql.DataSource database,
            @DataSource("system") javax.sql.DataSource system,
            Ids ids) {
        this.database = database;
        this.system = system;
        this.ids = ids;
    }

    /// Of one tenant's events, in the transaction of the act.
    public void write(String tenant, Actor by, String act, Cause cause) {
        Sql.update(
                database,
                WRITE,
                ids.next(),
                tenant,
                by.id(),
                by.role(),
                act,
                cause.about(),
                cause.reason());
    }

    /// Of the whole installation, in the transaction of the act, which is `OfTheInstallation`.
    public void write(Actor by, String act, Cause cause) {
        write(OfTheInstallation.TENANT.code(), by, act, cause);
    }

    List<Entry> read(@Nullable String tenant, Page page) {
        return Sql.run(
                system,
                READ,
                (_, statement) -> {
                    Sql.bind(statement, tenant, page.after(), page.size());
                    List<Entry> entries = new ArrayList<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            entries.add(entry(rows));
                        }
                    }
                    return entries;
                });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("tenant"),
                new Actor(row.getString("actor"), row.getString("role")),
                row.getString("act"),
                new Cause(row.getString("about"), row.getString("reason")));
    }
}
