package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Disclosures;
import io.jikim.audit.application.port.Entry;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Place;
import io.jikim.audit.domain.Secret;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The values beside the log, each tenant's for itself (row-level security).
@ApplicationScoped
class PostgresDisclosures implements Disclosures {
    private static final String SAVE =
            """
            with disclosed as (
                insert into disclosure
                    (index, block, tenant, secret, fields, at, actor, action, source, sealed, class)
                select index, index >> 8, tenant, secret, fields, at::timestamptz, actor, action, source, sealed, class
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as d (index, tenant, secret, fields, at, actor, action, source, sealed, class))
            insert into access_subject (tenant, subject, index, since, number, previous)
            select * from unnest(?, ?, ?, ?, ?, ?)
            """;
    // What nobody had to claim comes first. By offset 0 no month is planned to be joined with
    // another.
    private static final String FIND =
            """
            select e.index, e.leaf, d.secret, %s
            from entry_name n
                cross join lateral (select * from entry where index = n.index offset 0) e
                cross join lateral (select * from disclosure where index = n.index offset 0) d
            where n.event_id = ? order by n.claimed_by <> '', n.index limit 1
            """
                    .formatted(Said.COLUMNS.formatted("d"));

    private final Rows database;
    private final SealedOrigin origins;
    private final AccessRecords records;

    PostgresDisclosures(DataSource database, SealedOrigin origins, AccessRecords records) {
        this.records = records;
        this.database = new Rows(database);
        this.origins = origins;
    }

    @Override
    public Optional<Disclosure> find(UUID event) {
        return database.one(FIND, this::disclosure, event);
    }

    @Override
    public Optional<Disclosure> findForAccess(UUID event, Access access) {
        var found = find(event);
        found.ifPresent(entry -> records.write(access, "log/proofs", Subjects.of(entry.fields())));
        return found;
    }

    /// Of a row with index, leaf, secret and what is said.
    Disclosure disclosure(ResultSet row) throws SQLException {
        var secret = Secret.of(row.getBytes(3));
        var said = Said.read(row, origins);
        return new Disclosure(
                row.getLong(1),
                Base64.getEncoder().encodeToString(row.getBytes(2)),
                said.leaf(row.getBytes(2), secret),
                secret,
                said.all());
    }

    private record Placed(String tenant, long index, Place place) {}

    void save(List<Entry> entries) {
        var placed =
                entries.stream()
                        .flatMap(e ->
                                e.places().all().stream()
                                        .map(place ->
                                                new Placed(
                                                        e.fact().told().tenant(),
                                                        e.index(),
                                                        place)))
                        .toList();
        var places = placed.stream().map(Placed::place).toList();
        database.update(
                SAVE,
                entries.stream().map(Entry::index).toArray(Long[]::new),
                entries.stream().map(e -> e.fact().told().tenant()).toArray(String[]::new),
                entries.stream().map(e -> e.secret().bytes()).toArray(byte[][]::new),
                entries.stream().map(Said::rest).toArray(String[]::new),
                entries.stream().map(e -> e.fact().told().time().toString()).toArray(String[]::new),
                entries.stream().map(e -> actor(e.fact())).toArray(String[]::new),
                entries.stream().map(e -> action(e.fact())).toArray(String[]::new),
                entries.stream().map(e -> source(e.fact())).toArray(String[]::new),
                entries.stream().map(e -> sealed(e.fact())).toArray(String[]::new),
                entries.stream().map(e -> e.recordClass().name()).toArray(String[]::new),
                placed.stream().map(Placed::tenant).toArray(String[]::new),
                places.stream().map(Place::subject).toArray(UUID[]::new),
                placed.stream().map(Placed::index).toArray(Long[]::new),
                places.stream().map(Place::since).toArray(Long[]::new),
                places.stream().map(Place::number).toArray(Long[]::new),
                places.stream().map(p -> p.previous().bytes()).toArray(byte[][]::new));
    }

    private static @Nullable String actor(Fact fact) {
        return switch (fact) {
            case Fact.Access access -> access.deed().actor();
            case Fact.Lifecycle _, Fact.Claim _ -> null;
        };
    }

    private static @Nullable String action(Fact fact) {
        return switch (fact) {
            case Fact.Access access -> access.deed().action();
            case Fact.Lifecycle _, Fact.Claim _ -> null;
        };
    }

    private static @Nullable String source(Fact fact) {
        return switch (fact) {
            case Fact.Access access -> access.told().source();
            case Fact.Lifecycle _, Fact.Claim _ -> null;
        };
    }

    private static @Nullable String sealed(Fact fact) {
        return switch (fact) {
            case Fact.Access access -> access.origin().sealed();
            case Fact.Lifecycle _, Fact.Claim _ -> null;
        };
    }
}
