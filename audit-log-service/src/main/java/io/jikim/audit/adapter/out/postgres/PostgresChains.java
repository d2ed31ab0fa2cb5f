package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Chains;
import io.jikim.audit.domain.ChainEnd;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Person;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// One row a person, each tenant's own; the sequencer, which writes for all of them at once, asks
/// by name and through functions.
@ApplicationScoped
class PostgresChains implements Chains {
    private static final String ENDS =
            "select tenant, subject, since, number, index, leaf_hash from chain_ends(?, ?)";
    private static final String MOVE = "select move_chains(?, ?, ?, ?, ?, ?)";

    private final Rows database;

    PostgresChains(DataSource database) {
        this.database = new Rows(database);
    }

    @Override
    public Map<Person, ChainEnd> ends(Collection<Person> persons) {
        var ends = new HashMap<Person, ChainEnd>();
        if (!persons.isEmpty()) {
            database.list(
                            ENDS,
                            row ->
                                    Map.entry(
                                            new Person(
                                                    row.getString(1), row.getObject(2, UUID.class)),
                                            new ChainEnd(
                                                    row.getLong(3),
                                                    row.getLong(4),
                                                    row.getLong(5),
                                                    Hash.of(row.getBytes(6)))),
                            persons.stream().map(Person::tenant).toArray(String[]::new),
                            persons.stream().map(Person::subject).toArray(UUID[]::new))
                    .forEach(end -> ends.put(end.getKey(), end.getValue()));
        }
        return ends;
    }

    @Override
    public void move(Map<Person, ChainEnd> moved) {
        if (moved.isEmpty()) {
            return;
        }
        var persons = List.copyOf(moved.keySet());
        var ends = persons.stream().map(moved::get).toList();
        database.one(
                MOVE,
                row -> true,
                persons.stream().map(Person::tenant).toArray(String[]::new),
                persons.stream().map(Person::subject).toArray(UUID[]::new),
                ends.stream().map(ChainEnd::since).toArray(Long[]::new),
                ends.stream().map(ChainEnd::number).toArray(Long[]::new),
                ends.stream().map(ChainEnd::index).toArray(Long[]::new),
                ends.stream().map(end -> end.leaf().bytes()).toArray(byte[][]::new));
    }
}
