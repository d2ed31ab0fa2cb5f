package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Wanted;
import io.jikim.audit.application.port.Wanted.Times;
import io.jikim.platform.sql.Rows;
import io.jikim.platform.sql.Rows.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;

/// Looks for access records, of one tenant at a time (row-level security), and reads a bounded
/// number of rows for each answer.
@ApplicationScoped
class AccessSearch {
    /// Stretches of the log at which is looked for one answer.
    private static final int MOST_STRETCHES = 8;

    private final Rows database;

    AccessSearch(DataSource database) {
        this.database = new Rows(database);
    }

    /// What was found in the log's order, and behind which index it goes on.
    record Part<T>(List<T> found, OptionalLong next) {}

    /// @param reader of index and what is said
    <T> Part<T> find(Wanted wanted, int limit, Reader<T> reader, ToLongFunction<T> indexOf) {
        var query = AccessQuery.of(wanted.filter());
        var found = new ArrayList<T>();
        long first = wanted.after() + 1;
        for (int i = 0; i < MOST_STRETCHES; i++) {
            var stretch = stretch(first, wanted.filter().times());
            var more = records(query, stretch, limit + 1 - found.size(), reader);
            found.addAll(more);
            if (found.size() > limit) {
                var page = found.subList(0, limit);
                return new Part<>(page, OptionalLong.of(indexOf.applyAsLong(page.getLast())));
            }
            var last = query.isExact() ? OptionalLong.empty() : last(query, stretch);
            if (last.isPresent()) {
                return new Part<>(found, last);
            }
            if (stretch.atEnd()) {
                return new Part<>(found, OptionalLong.empty());
            }
            first = stretch.end();
        }
        return new Part<>(found, OptionalLong.of(first - 1));
    }

    private <T> List<T> records(AccessQuery query, Stretch in, int limit, Reader<T> reader) {
        return database.list(query.records(), reader, query.recordsWith(in, limit));
    }

    private OptionalLong last(AccessQuery query, Stretch in) {
        return database.one(query.last(), row -> row.getLong(1), query.lastWith(in)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /// The next one that may hold something of these times.
    Stretch stretch(long first, Times times) {
        if (!times.areBounded()) {
            return Stretch.from(first);
        }
        return database.one(
                        Stretch.FIND,
                        row -> {
                            boolean atEnd = row.getBoolean(3);
                            long begin = Math.max(first, row.getLong(1) << Stretch.BLOCK);
                            long end = atEnd ? Long.MAX_VALUE : row.getLong(2) << Stretch.BLOCK;
                            return new Stretch(begin, end, atEnd);
                        },
                        Stretch.findWith(first, times))
                .orElseThrow();
    }
}
