package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Disclosures.Disclosure;
import io.jikim.audit.application.port.Exports;
import io.jikim.audit.application.port.Wanted;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/// Access records with what opens them, of one tenant at a time (row-level security).
@ApplicationScoped
class PostgresExports implements Exports {
    private static final int PART = 1_000;
    // Each looks at 40,000 records at most.
    private static final int MOST_PARTS = 50;

    private static final String READ =
            """
            select e.index, e.leaf, d.secret, %s
            from unnest(?::bigint[]) as w (index)
                cross join lateral (select * from entry where index = w.index offset 0) e
                cross join lateral (select * from disclosure where index = w.index offset 0) d
            order by e.index
            """
                    .formatted(Said.COLUMNS.formatted("d"));

    private record Selected(long index, List<UUID> subjects) {
        static Selected of(ResultSet row) throws SQLException {
            return new Selected(row.getLong(1), Subjects.of(FieldsJson.read(row.getString(2))));
        }
    }

    private final Rows database;
    private final AccessSearch accesses;
    private final PostgresDisclosures disclosures;
    private final AccessRecords records;

    PostgresExports(
            DataSource database,
            AccessSearch accesses,
            PostgresDisclosures disclosures,
            AccessRecords records) {
        this.database = new Rows(database);
        this.accesses = accesses;
        this.disclosures = disclosures;
        this.records = records;
    }

    @Override
    public Selection select(Wanted wanted, int most, Access access) {
        var indexes = new ArrayList<Long>();
        var subjects = new LinkedHashSet<UUID>();
        wanted.filter().subject().ifPresent(subjects::add);
        var next = OptionalLong.of(wanted.after());
        for (int i = 0; i < MOST_PARTS && next.isPresent() && indexes.size() < most; i++) {
            int limit = Math.min(PART, most - indexes.size());
            var part =
                    accesses.find(
                            wanted.behind(next.getAsLong()), limit, Selected::of, Selected::index);
            for (var one : part.found()) {
                indexes.add(one.index());
                subjects.addAll(one.subjects());
            }
            next = part.next();
        }
        var resource = "access-records/export (" + indexes.size() + " records)";
        records.write(access, resource, subjects);
        return new Selection(indexes, next);
    }

    @Override
    public List<Disclosure> read(List<Long> indexes) {
        return database.list(READ, disclosures::disclosure, (Object) indexes.toArray(Long[]::new));
    }
}
