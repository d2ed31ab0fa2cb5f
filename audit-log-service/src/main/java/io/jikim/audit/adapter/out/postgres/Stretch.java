package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Wanted.Times;
import java.time.Instant;
import java.util.Optional;

/// Neighbouring entries `[first, end)` of the log; `atEnd` where nothing is behind it.
record Stretch(long first, long end, boolean atEnd) {
    /// log2 of how many entries have their times kept together.
    static final int BLOCK = 8;

    /// Of tiles that are full it is known between which times they lie, of 256 of them together
    /// too; so about a thousand rows are read however long the log is. What is not full yet may
    /// hold anything.
    static final String FIND =
            """
            with wanted as (
                select ?::bigint as block, ?::text::timestamptz as since, ?::text::timestamptz as until,
                       (select size >> 8 from log_state) as open,
                       (select coalesce(max(index) + 1, 0) << 8 from span where level = 1) as above
            ), found as (
                select w.*, coalesce(
                    (select index from span
                     where level = 0 and index >= w.block and index < ((w.block >> 8) + 1) << 8
                       and earliest < w.until and latest >= w.since order by index limit 1),
                    (select s.index from (
                         select index from span
                         where level = 1 and index > w.block >> 8 and earliest < w.until and latest >= w.since
                         order by index) a
                     cross join lateral (
                         select index from span
                         where level = 0 and index >= a.index << 8 and index < (a.index + 1) << 8
                           and earliest < w.until and latest >= w.since order by index limit 1) s
                     order by a.index limit 1),
                    (select index from span
                     where level = 0 and index >= greatest(w.block, w.above)
                       and earliest < w.until and latest >= w.since order by index limit 1),
                    greatest(w.block, w.open)) as first
                from wanted w
            )
            select first, coalesce(
                (select index from span
                 where level = 0 and index > f.first and index < f.first + 256
                   and (earliest >= f.until or latest < f.since) order by index limit 1),
                f.first + 256), first >= f.open
            from found f
            """;

    static Stretch from(long first) {
        return new Stretch(first, Long.MAX_VALUE, true);
    }

    static Object[] findWith(long first, Times times) {
        return new Object[] {
            first >> BLOCK, text(times.from(), "-infinity"), text(times.until(), "infinity")
        };
    }

    static String text(Optional<Instant> time, String without) {
        return time.map(Instant::toString).orElse(without);
    }
}
