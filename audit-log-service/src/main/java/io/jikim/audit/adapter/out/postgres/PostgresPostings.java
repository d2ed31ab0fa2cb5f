package io.jikim.audit.adapter.out.postgres;

import static java.util.stream.Collectors.groupingBy;

import io.jikim.audit.application.port.Postings;
import io.jikim.audit.domain.Fact;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/// What was posted, by the names of the log; what it says is each tenant's own (row-level
/// security).
@ApplicationScoped
class PostgresPostings implements Postings {
    private static final String PLACES =
            """
            select event_id, claimed_by, index from entry_name
            where (event_id, claimed_by) in (select * from unnest(?, ?))
            """;
    private static final String SPEAK_FOR = "select set_config('jikim.tenant', ?, true)";
    private static final String SAID =
            "select index, %s from disclosure d where index = any (?)"
                    .formatted(Said.COLUMNS.formatted("d"));

    private record Place(Fact.Name name, long index) {}

    private final Rows database;
    private final SealedOrigin origins;

    PostgresPostings(DataSource database, SealedOrigin origins) {
        this.database = new Rows(database);
        this.origins = origins;
    }

    @Override
    public Map<Fact.Name, Known> known(Collection<Fact.Access> accesses) {
        var places = new HashMap<Fact.Name, Long>();
        places(accesses).forEach(place -> places.put(place.name(), place.index()));
        var known = new HashMap<Fact.Name, Known>();
        accesses.stream()
                .filter(access -> places.containsKey(access.name()))
                .collect(groupingBy(access -> access.told().tenant()))
                .forEach((code, theirs) -> {
                    var indexes = theirs.stream().map(access -> places.get(access.name()));
                    var said = said(code, indexes.distinct().toArray(Long[]::new));
                    for (var access : theirs) {
                        var name = access.name();
                        long index = places.getOrDefault(name, -1L);
                        known.put(name, new Known(index, said.getOrDefault(index, Map.of())));
                    }
                });
        return known;
    }

    private List<Place> places(Collection<Fact.Access> accesses) {
        var names = accesses.stream().map(Fact::name).distinct().toList();
        return database.list(
                PLACES,
                row -> {
                    var name = new Fact.Name(row.getObject(1, UUID.class), row.getString(2));
                    return new Place(name, row.getLong(3));
                },
                names.stream().map(Fact.Name::event).toArray(UUID[]::new),
                names.stream().map(Fact.Name::claimedBy).toArray(String[]::new));
    }

    /// One transaction asks for several tenants.
    private Map<Long, Map<String, String>> said(String code, Long[] indexes) {
        return TenantScope.call(
                new Tenant(code),
                () -> {
                    database.one(SPEAK_FOR, row -> row.getString(1), code);
                    var said = new TreeMap<Long, Map<String, String>>();
                    database.list(
                                    SAID,
                                    row -> {
                                        var fields = Said.read(row, origins).all();
                                        return Map.entry(row.getLong(1), fields);
                                    },
                                    (Object) indexes)
                            .forEach(one -> said.put(one.getKey(), one.getValue()));
                    return said;
                });
    }
}
