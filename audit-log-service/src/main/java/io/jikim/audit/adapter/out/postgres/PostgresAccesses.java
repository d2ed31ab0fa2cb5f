package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Accesses;
import io.jikim.audit.application.port.Wanted;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.RecordClass;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Access records by index, of one tenant at a time (row-level security).
@ApplicationScoped
class PostgresAccesses implements Accesses {
    // By offset 0 each side is planned for itself, see AccessQuery.
    private static final String THEIRS =
            " from access_subject s cross join lateral (select * from disclosure where index ="
                    + " s.index offset 0) d where s.subject = ? ";
    private static final String RESTRICTED =
            "select subject from restricted_subject where subject = any (?)";
    private static final String KEPT =
            """
            select d.class, count(*),
                   (select c.signed_at from checkpoint c where c.size > max(d.index) order by c.size limit 1)
            """
                    + THEIRS
                    + "group by d.class order by d.class";

    private final Rows database;
    private final AccessSearch accesses;
    private final SealedOrigin origins;
    private final AccessRecords records;

    PostgresAccesses(
            DataSource database,
            AccessSearch accesses,
            SealedOrigin origins,
            AccessRecords records) {
        this.database = new Rows(database);
        this.accesses = accesses;
        this.origins = origins;
        this.records = records;
    }

    @Override
    public Slice search(Wanted wanted, int limit, Access access) {
        var part = accesses.find(wanted, limit, this::found, Found::index);
        var subjects = new LinkedHashSet<UUID>();
        wanted.filter().subject().ifPresent(subjects::add);
        part.found().forEach(one -> subjects.addAll(one.subjects()));
        records.write(access, "access-records", subjects);
        var restricted = restricted(subjects);
        var found = part.found().stream().map(one -> flagged(one, restricted)).toList();
        return new Slice(found, part.next());
    }

    @Override
    public Slice about(UUID herself, long after, int limit, Access access) {
        var part = accesses.find(Wanted.about(herself, after), limit, this::found, Found::index);
        records.write(access, "access-records", List.of(herself));
        var found = part.found().stream().map(one -> about(herself, one)).toList();
        return new Slice(found, part.next());
    }

    @Override
    public List<Kept> about(UUID subject) {
        return database.list(
                KEPT,
                row ->
                        new Kept(
                                RecordClass.valueOf(row.getString(1)),
                                row.getLong(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                subject);
    }

    private Found found(ResultSet row) throws SQLException {
        var fields = Said.read(row, origins).all();
        return new Found(
                row.getLong(1),
                UUID.fromString(of(fields, "event")),
                of(fields, "source"),
                did(fields),
                Subjects.of(fields),
                false,
                fields.get("account"),
                bulk(fields),
                Optional.ofNullable(row.getObject("number", Long.class)));
    }

    private static Fact.@Nullable Bulk bulk(Map<String, String> fields) {
        return fields.containsKey("queryDigest")
                ? new Fact.Bulk(Long.parseLong(of(fields, "count")), of(fields, "queryDigest"))
                : null;
    }

    private static Did did(Map<String, String> fields) {
        return new Did(
                Instant.parse(of(fields, "time")),
                of(fields, "actor"),
                of(fields, "role"),
                of(fields, "action"),
                of(fields, "resource"),
                of(fields, "reason"),
                of(fields, "from"));
    }

    private static String of(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private Collection<UUID> restricted(Collection<UUID> subjects) {
        return database.list(
                RESTRICTED,
                row -> row.getObject(1, UUID.class),
                (Object) subjects.toArray(UUID[]::new));
    }

    private static Found flagged(Found one, Collection<UUID> restricted) {
        boolean flag = one.subjects().stream().anyMatch(restricted::contains);
        return new Found(
                one.index(),
                one.event(),
                one.system(),
                one.did(),
                one.subjects(),
                flag,
                one.account(),
                one.bulk(),
                one.number());
    }

    private static Found about(UUID herself, Found one) {
        return new Found(
                one.index(),
                one.event(),
                one.system(),
                one.did(),
                List.of(herself),
                false,
                null,
                null,
                one.number());
    }
}
