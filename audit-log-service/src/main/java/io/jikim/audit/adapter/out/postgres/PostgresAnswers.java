package io.jikim.audit.adapter.out.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.jikim.audit.application.port.Answers;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Place;
import io.jikim.audit.domain.Places;
import io.jikim.audit.domain.Secret;
import io.jikim.audit.domain.Viewer;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/// A person's records with their places, of one tenant at a time (row-level security).
@ApplicationScoped
class PostgresAnswers implements Answers {
    // By offset 0 no month is planned to be joined with another.
    private static final String PAGE =
            """
            select s.subject, s.since, s.number, s.previous, s.index, e.leaf, d.secret, %s
            from access_subject s
                cross join lateral (select * from entry where index = s.index offset 0) e
                cross join lateral (select * from disclosure where index = s.index offset 0) d
            where s.subject = ? and s.number is not null and s.index > ? and s.index < ?
            order by s.index limit ?
            """
                    .formatted(Said.COLUMNS.formatted("d"));
    private static final String PLACES =
            """
            select s.subject, s.since, s.number, s.previous, s.index
            from unnest(?, ?) as asked (subject, index)
                cross join lateral (select * from access_subject s
                    where s.subject = asked.subject and s.index = asked.index offset 0) s
            """;
    private static final String EXTENT =
            """
            select min(number), max(number), count(*) filter (where number is null)
            from access_subject where subject = ? and index < ?
            """;

    private record Row(
            long index,
            String leaf,
            Secret secret,
            SortedMap<String, String> fields,
            Place place) {}

    private record Placed(long index, Place place) {}

    private final Rows database;
    private final SealedOrigin origins;
    private final AccessRecords records;

    PostgresAnswers(DataSource database, SealedOrigin origins, AccessRecords records) {
        this.database = new Rows(database);
        this.origins = origins;
        this.records = records;
    }

    @Override
    public List<Answered> page(UUID subject, Viewer viewer, Range range, int limit, Access access) {
        records.write(access, "access-records", List.of(subject));
        var rows = database.list(PAGE, this::row, subject, range.after(), range.size(), limit);
        var others = others(rows);
        return rows.stream().map(row -> answered(row, viewer, others)).toList();
    }

    @Override
    public Extent extent(UUID subject, long size) {
        return database.one(
                        EXTENT,
                        row -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)),
                        subject,
                        size)
                .orElseThrow();
    }

    /// The places of everybody, of those records that are about more than one.
    private Map<Long, List<Place>> others(List<Row> rows) {
        var subjects = new ArrayList<UUID>();
        var indexes = new ArrayList<Long>();
        for (var row : rows) {
            var all = Subjects.of(row.fields()).stream().distinct().toList();
            if (all.size() > 1) {
                subjects.addAll(all);
                all.forEach(_ -> indexes.add(row.index()));
            }
        }
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return database
                .list(
                        PLACES,
                        row -> new Placed(row.getLong("index"), place(row)),
                        subjects.toArray(UUID[]::new),
                        indexes.toArray(Long[]::new))
                .stream()
                .collect(groupingBy(Placed::index, mapping(Placed::place, toList())));
    }

    private static Answered answered(Row row, Viewer viewer, Map<Long, List<Place>> others) {
        var all = others.getOrDefault(row.index(), List.of(row.place()));
        var path = Places.of(all, row.secret()).path(row.place());
        var shown = new TreeMap<>(row.fields());
        shown.keySet().removeIf(field -> !viewer.sees(field));
        return new Answered(row.index(), row.leaf(), row.secret(), shown, row.place(), path);
    }

    private Row row(ResultSet row) throws SQLException {
        var secret = Secret.of(row.getBytes("secret"));
        var said = Said.read(row, origins);
        return new Row(
                row.getLong("index"),
                said.leaf(row.getBytes("leaf"), secret),
                secret,
                said.all(),
                place(row));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getObject("subject", UUID.class),
                row.getLong("since"),
                row.getLong("number"),
                Hash.of(row.getBytes("previous")));
    }
}
