package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Wanted.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How records are looked for within a stretch of the log: along the index of the one thing that
/// says most, and by reading no more than [#LOOK_AHEAD] of what it has.
///
/// By block and index is by index; the index of the database ends with the block.
record AccessQuery(String along, List<Object> driver, Filter filter) {

    /// So many records are read at once: 5,000 take some milliseconds.
    static final int LOOK_AHEAD = 5_000;

    private static final String COLUMNS = "c.index, " + Said.COLUMNS.formatted("c");

    // By offset 0 each side is planned for itself: planning the join of every month with every
    // month took longer than the search (15 ms for 37 months, 2 ms so).
    private static final String OF_SUBJECT =
            """
            from (
                select index, number from access_subject
                where subject = ? and index > ? and index < ?
                order by index limit %d) s
            cross join lateral (select * from disclosure where index = s.index offset 0) c
            """
                    .formatted(LOOK_AHEAD);
    private static final String LAST_OF_SUBJECT =
            """
            select index from access_subject where subject = ? and index > ? and index < ?
            order by index offset %d limit 1
            """
                    .formatted(LOOK_AHEAD - 1);
    // Row-level security lets the log's own entries through besides, and for two tenants no index
    // is
    // in the order of blocks.
    private static final String OF_ONE_TENANT =
            "tenant = current_setting('jikim.tenant', true) and actor is not null";
    private static final String OF_TENANT =
            """
            from (
                select index, block, fields, sealed, tenant, at, actor, action, source from disclosure
                where %%s and block >= ? and index > ? and index < ?
                order by block, index limit %d) c
            """
                    .formatted(LOOK_AHEAD);
    private static final String LAST_OF_TENANT =
            """
            select index from disclosure where %%s and block >= ? and index > ? and index < ?
            order by block, index offset %d limit 1
            """
                    .formatted(LOOK_AHEAD - 1);

    private static final String FITS =
            """
            where (?::text is null or c.actor = ?::text) and (?::text is null or c.action = ?::text)
            and (?::text is null or c.source = ?::text)
            and c.at >= ?::text::timestamptz and c.at < ?::text::timestamptz
            """;

    private static final String PERSON = "";

    /// A person is in few records, an account in more, an action in more again; most systems do
    /// most of everything.
    static AccessQuery of(Filter filter) {
        if (filter.subject().isPresent()) {
            return new AccessQuery(PERSON, List.of(filter.subject().get()), filter);
        }
        if (filter.actor().isPresent()) {
            return of("actor = ?", filter.actor().get(), filter);
        }
        if (filter.action().isPresent()) {
            return of("action = ?", filter.action().get(), filter);
        }
        return filter.system()
                .map(system -> of("source = ?", system, filter))
                .orElseGet(() -> new AccessQuery(OF_ONE_TENANT, List.of(), filter));
    }

    private static AccessQuery of(String along, String value, Filter filter) {
        return new AccessQuery(OF_ONE_TENANT + " and " + along, List.of(value), filter);
    }

    /// Whether everything along the index is wanted.
    boolean isExact() {
        int named = 0;
        for (var part :
                List.of(filter.subject(), filter.actor(), filter.action(), filter.system())) {
            named += part.isPresent() ? 1 : 0;
        }
        return named <= 1 && !filter.times().areBounded();
    }

    /// Index, what is said and the number among the records about the person looked for, of at most
    /// `limit` records, in the log's order.
    String records() {
        return along.equals(PERSON)
                ? "select "
                        + COLUMNS
                        + ", s.number "
                        + OF_SUBJECT
                        + FITS
                        + "order by s.index limit ?"
                : "select "
                        + COLUMNS
                        + ", null::bigint as number "
                        + OF_TENANT.formatted(along)
                        + FITS
                        + "order by c.block, c.index limit ?";
    }

    @Nullable Object[] recordsWith(Stretch stretch, int limit) {
        List<@Nullable Object> values = bounds(stretch);
        add(values, filter.actor().orElse(null));
        add(values, filter.action().orElse(null));
        add(values, filter.system().orElse(null));
        values.add(Stretch.text(filter.times().from(), "-infinity"));
        values.add(Stretch.text(filter.times().until(), "infinity"));
        values.add(limit);
        return values.toArray();
    }

    /// The index of the last that was read, where there was more to read.
    String last() {
        return along.equals(PERSON) ? LAST_OF_SUBJECT : LAST_OF_TENANT.formatted(along);
    }

    @Nullable Object[] lastWith(Stretch stretch) {
        return bounds(stretch).toArray();
    }

    private List<@Nullable Object> bounds(Stretch stretch) {
        List<@Nullable Object> values = new ArrayList<>(driver);
        if (!along.equals(PERSON)) {
            values.add((int) (stretch.first() >> Stretch.BLOCK));
        }
        values.add(stretch.first() - 1);
        values.add(stretch.end());
        return values;
    }

    private static void add(List<@Nullable Object> values, @Nullable String value) {
        values.add(value);
        values.add(value);
    }
}
