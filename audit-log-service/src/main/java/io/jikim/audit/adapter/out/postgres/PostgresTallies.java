package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Gap;
import io.jikim.audit.domain.Numbered;
import io.jikim.audit.domain.Reach;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Numbers as sets of ranges: a stream of which everything has come is one range, however long.
@ApplicationScoped
class PostgresTallies implements Tallies {
    // In one order, so that two sequencers wait for each other and do not block.
    private static final String COME =
            """
            insert into heard_numbers as h (source, of_tenant, subject, epoch, numbers)
            select source, tenant, subject, epoch, range_agg(int8range(number, number, '[]'))
            from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[])
                as n (source, tenant, subject, epoch, number)
            group by source, tenant, subject, epoch order by source, tenant, subject, epoch
            on conflict (source, of_tenant, subject, epoch)
            do update set numbers = h.numbers + excluded.numbers, day = excluded.day
            where not h.numbers @> excluded.numbers
            """;

    private static final String BEAT =
            """
            insert into heartbeat as h (source, at) values (?, ?)
            on conflict (source) do update set at = greatest(h.at, excluded.at)
            """;

    private static final String MISS =
            """
            insert into missing_numbers (source, of_tenant, subject, epoch, numbers, since)
            select source, tenant, subject, epoch, missing, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[])
                as r (source, tenant, subject, epoch, after, last)
            cross join lateral (select
                int8multirange(int8range(after, last, '(]'))
                - coalesce((select h.numbers from heard_numbers h
                    where (h.source, h.of_tenant, h.subject, h.epoch)
                        = (r.source, r.tenant, r.subject, r.epoch)), '{}')
                - coalesce((select range_agg(m.numbers) from missing_numbers m
                    where (m.source, m.of_tenant, m.subject, m.epoch)
                        = (r.source, r.tenant, r.subject, r.epoch)), '{}') as missing) found
            where not isempty(missing)
            """;

    private static final String COLUMNS =
            "source, of_tenant, subject, epoch, lower(range) as first, upper(range) - 1 as last";

    private static final String SETTLE =
            """
            with come as (
                select m.id, m.numbers * h.numbers as numbers
                from missing_numbers m join heard_numbers h using (source, of_tenant, subject, epoch)
                where m.numbers && h.numbers for update of m),
            left_over as (
                update missing_numbers m set numbers = m.numbers - come.numbers
                from come where m.id = come.id
                returning m.*, come.numbers as come)
            select %s from left_over, unnest(come) as range where named_at is not null
            order by id, first
            """
                    .formatted(COLUMNS);

    private static final String FORGET = "delete from missing_numbers where isempty(numbers)";

    private static final String NAME =
            """
            with named as (
                update missing_numbers set named_at = ?, ask_at = ?
                where named_at is null and since <= ? returning *)
            select %s from named, unnest(numbers) as range order by id, first
            """
                    .formatted(COLUMNS);

    private static final String ASK =
            """
            with due as (
                update missing_numbers set asked = asked + 1,
                    ask_at = ?::timestamptz
                        + least(? * power(2, least(asked, 20)), ?) * interval '1 second'
                where ask_at <= ? returning *)
            select %s from due, unnest(numbers) as range order by id, first
            """
                    .formatted(COLUMNS);

    private static final String MISSING =
            """
            select %s from missing_numbers, unnest(numbers) as range
            where named_at is not null order by id, first
            """
                    .formatted(COLUMNS);

    // Twice as long as speakers take for a pause (platform.messaging.Outbox), and shorter than any
    // record of an access stays.
    private static final String FORGET_QUIET =
            "delete from heard_numbers where day < current_date - 180";

    private final Rows database;

    PostgresTallies(DataSource database) {
        this.database = new Rows(database);
    }

    @Override
    public void come(Collection<Numbered> numbers) {
        if (!numbers.isEmpty()) {
            database.update(
                    COME,
                    texts(numbers, Numbered::source),
                    texts(numbers, Numbered::tenant),
                    texts(numbers, Numbered::subject),
                    longs(numbers, it -> (long) it.epoch()),
                    longs(numbers, Numbered::number));
        }
    }

    @Override
    public void beat(String source, List<Reach> reaches, Instant now) {
        database.update(BEAT, source, now);
        if (!reaches.isEmpty()) {
            database.update(
                    MISS,
                    now,
                    texts(reaches, Reach::source),
                    texts(reaches, Reach::tenant),
                    texts(reaches, Reach::subject),
                    longs(reaches, it -> (long) it.epoch()),
                    longs(reaches, Reach::after),
                    longs(reaches, Reach::last));
        }
    }

    @Override
    public List<Gap> settle() {
        var come = gaps(SETTLE);
        database.update(FORGET);
        return come;
    }

    @Override
    public List<Gap> name(Instant before, Instant now) {
        return gaps(NAME, now, now, before);
    }

    @Override
    public List<Gap> ask(Instant now, Duration pause, Duration longest) {
        return gaps(ASK, now, pause.toSeconds(), longest.toSeconds(), now);
    }

    @Override
    public List<Gap> missing() {
        return gaps(MISSING);
    }

    @Override
    public Map<String, Instant> heartbeats() {
        return database
                .list(
                        "select source, at from heartbeat",
                        row ->
                                Map.entry(
                                        row.getString(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean forgetQuiet() {
        return database.update(FORGET_QUIET) > 0;
    }

    private List<Gap> gaps(String sql, @Nullable Object... values) {
        return database.list(sql, PostgresTallies::gap, values);
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                row.getString("source"),
                row.getString("of_tenant"),
                row.getString("subject"),
                row.getInt("epoch"),
                row.getLong("first"),
                row.getLong("last"));
    }

    private static <T> String[] texts(Collection<T> of, Function<T, String> part) {
        return of.stream().map(part).toArray(String[]::new);
    }

    private static <T> Long[] longs(Collection<T> of, Function<T, Long> part) {
        return of.stream().map(part).toArray(Long[]::new);
    }
}
