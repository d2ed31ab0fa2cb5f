package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Departures;
import io.jikim.audit.domain.Departure;
import io.jikim.audit.domain.RecordClass;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;

/// What the pruner has written down, in the transaction of each departure.
@ApplicationScoped
class PostgresDepartures implements Departures {
    private static final String PRUNED =
            """
            select first_index, end_index, month, at from pruned_month
            where at > now() - interval '1 year' order by first_index
            """;
    private static final String SHREDDED = "select class, shredded, now() from record_class";

    private record Class(RecordClass name, long shredded, Instant now) {}

    private final Rows database;

    PostgresDepartures(DataSource database) {
        this.database = new Rows(database);
    }

    @Override
    public List<Departure> recent() {
        var departures =
                new ArrayList<Departure>(
                        database.list(
                                PRUNED,
                                row ->
                                        new Departure.Pruned(
                                                row.getLong(1),
                                                row.getLong(2),
                                                row.getObject(3, LocalDate.class),
                                                instant(row.getObject(4, OffsetDateTime.class)))));
        var classes =
                database.list(
                        SHREDDED,
                        row ->
                                new Class(
                                        RecordClass.valueOf(row.getString(1)),
                                        row.getLong(2),
                                        instant(row.getObject(3, OffsetDateTime.class))));
        if (classes.stream().anyMatch(each -> each.shredded() > 0)) {
            var below = new TreeMap<RecordClass, Long>();
            classes.forEach(each -> below.put(each.name(), each.shredded()));
            departures.add(new Departure.Shredded(below, classes.getFirst().now()));
        }
        return departures;
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
