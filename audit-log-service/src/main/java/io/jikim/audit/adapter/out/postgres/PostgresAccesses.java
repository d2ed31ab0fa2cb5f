package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Accesses;
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
    private static final String COLUMNS = "select d.index, d.fields, d.sealed from disclosure d ";
    // By offset 0 each side is planned for itself: planning the join of every month with every
    // month
    // took longer than the search (15 ms for 37 months, 2 ms so).
    private static final String THEIRS =
            " from access_subject s"
                    + " cross join lateral (select * from disclosure where index = s.index offset 0) d"
                    + " where s.subject = ? ";
    private static final String ABOUT =
            "select d.index, d.fields, d.sealed"
                    + THEIRS
                    + """
                    and s.index > ? and (?::text is null or d.actor = ?)
                    order by s.index limit ?
                    """;
    private static final String BY =
            COLUMNS + "where d.actor = ? and d.index > ? order by d.index limit ?";
    private static final String ALL =
            COLUMNS + "where d.actor is not null and d.index > ? order by d.index limit ?";
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
    private final SealedOrigin origins;
    private final AccessRecords records;

    PostgresAccesses(DataSource database, SealedOrigin origins, AccessRecords records) {
        this.database = new Rows(database);
        this.origins = origins;
        this.records = records;
    }

    @Override
    public List<Found> search(Wanted wanted, int limit, Access access) {
        var found = rows(wanted, limit);
        var subjects = new LinkedHashSet<UUID>();
        wanted.subject().ifPresent(subjects::add);
        found.forEach(one -> subjects.addAll(one.subjects()));
        records.write(access, "access-records", subjects);
        var restricted = restricted(subjects);
        return found.stream().map(one -> flagged(one, restricted)).toList();
    }

    @Override
    public List<Found> about(UUID herself, long after, int limit, Access access) {
        var found = rows(new Wanted(Optional.of(herself), Optional.empty(), after), limit);
        records.write(access, "access-records", List.of(herself));
        return found.stream()
                .map(one ->
                        new Found(
                                one.index(),
                                one.event(),
                                one.did(),
                                List.of(herself),
                                false,
                                null,
                                null))
                .toList();
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

    private List<Found> rows(Wanted wanted, int limit) {
        var actor = wanted.actor().orElse(null);
        if (wanted.subject().isPresent()) {
            var subject = wanted.subject().get();
            return database.list(ABOUT, this::found, subject, wanted.after(), actor, actor, limit);
        }
        return actor == null
                ? database.list(ALL, this::found, wanted.after(), limit)
                : database.list(BY, this::found, actor, wanted.after(), limit);
    }

    private Found found(ResultSet row) throws SQLException {
        var fields = FieldsJson.read(row.getString(2));
        fields.putAll(origins.open(row.getString(3)));
        return new Found(
                row.getLong(1),
                UUID.fromString(of(fields, "event")),
                did(fields),
                Subjects.of(fields),
                false,
                fields.get("account"),
                bulk(fields));
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
                one.did(),
                one.subjects(),
                flag,
                one.account(),
                one.bulk());
    }
}
