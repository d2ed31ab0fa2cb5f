package io.jikim.retention.systems.adapter.out.jdbc;

import io.jikim.retention.systems.application.port.OperatorSession;
import io.jikim.retention.systems.application.port.SystemUnreachable;
import io.jikim.retention.systems.domain.Column;
import io.jikim.retention.systems.domain.Copy;
import io.jikim.retention.systems.domain.Mapping;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.Remains;
import io.jikim.retention.systems.domain.Shape;
import io.jikim.retention.systems.domain.Step;
import io.jikim.retention.systems.domain.WorkPlan;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One connection to an operator's PostgreSQL database, with one open transaction.
final class PostgresSession implements OperatorSession {
    private final Connection connection;
    private final Shape shape;
    private final Sql sql;
    private final Map<List<String>, Boolean> castable = new HashMap<>();

    PostgresSession(Connection connection, Mapping mapping) throws SQLException {
        this.connection = connection;
        this.shape = Catalog.read(connection, mapping.schema());
        this.sql = new Sql(mapping, shape, this::castable);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public List<Copy> copies(Person person, WorkPlan plan, Step step) {
        var table = step.table();
        var columns = table.archived();
        var select =
                Fragment.of("select " + Sql.key(table) + ", ")
                        .then(sql.legalEvent(table, step.about()));
        for (Column column : columns) {
            select = select.then(", t." + Sql.quoted(column.name()) + "::text");
        }
        var query =
                select.then(" from " + sql.table(table.name()) + " t where ")
                        .then(sql.rows(person, plan, step))
                        .then(" order by 1 for update of t");
        return rows(query, found -> copy(found, columns));
    }

    private static Copy copy(ResultSet row, List<Column> columns) throws SQLException {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            @Nullable String value = row.getString(i + 3);
            if (value != null) {
                fields.put(columns.get(i).name(), value);
            }
        }
        @Nullable Date event = row.getDate(2);
        return new Copy(row.getString(1), event == null ? null : event.toLocalDate(), fields);
    }

    @Override
    public long apply(Person person, WorkPlan plan, Step step) {
        return switch (step.todo()) {
            case Step.Todo.Erase _, Step.Todo.Archive _ -> remove(person, plan, step);
            case Step.Todo.Blank(var columns, _) -> blank(person, plan, step, columns);
            case Step.Todo.Leave _ -> count(person, plan, step);
        };
    }

    private long remove(Person person, WorkPlan plan, Step step) {
        var rows = sql.rows(person, plan, step);
        String table = sql.table(step.table().name());
        long gone =
                update(
                        Fragment.of("delete from " + table + " t where ")
                                .then(rows)
                                .then(" and not " + sql.referred(step.table())));
        return gone + blank(person, plan, step, step.table().personal());
    }

    private long blank(Person person, WorkPlan plan, Step step, List<Column> columns) {
        var table = step.table();
        if (columns.isEmpty()) {
            return count(person, plan, step);
        }
        return update(
                Fragment.of("update " + sql.table(table.name()) + " t set ")
                        .then(sql.blanks(table, columns))
                        .then(" where ")
                        .then(sql.rows(person, plan, step)));
    }

    @Override
    public long count(Person person, WorkPlan plan, Step step) {
        return one(
                Fragment.of("select count(*) from " + sql.table(step.table().name()) + " t where ")
                        .then(sql.rows(person, plan, step)));
    }

    @Override
    public Remains remains(Person person, WorkPlan plan) {
        return new Sweep(sql, this::numbers).of(person, plan);
    }

    @Override
    public String transaction() {
        return Long.toString(one(Fragment.of("select txid_current()")));
    }

    @Override
    public Settled settled(String transaction) {
        var found =
                rows(
                        Fragment.of(
                                "select coalesce(txid_status(?::bigint), 'unknown')", transaction),
                        row -> row.getString(1));
        return switch (found.getFirst()) {
            case "committed" -> Settled.COMMITTED;
            case "aborted" -> Settled.UNDONE;
            case "in progress" -> Settled.RUNNING;
            default -> Settled.UNKNOWN;
        };
    }

    @Override
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /// Asked under a savepoint: a refused cast must not end the transaction. What a cast would cut
    /// off, round or write in another way is another person's value: `01` is not who `1` is.
    private boolean castable(String value, String type) {
        return castable.computeIfAbsent(
                List.of(value, type),
                _ -> {
                    try {
                        var before = connection.setSavepoint();
                        try (var statement =
                                connection.prepareStatement(
                                        "select cast(x as %s) = cast(x as %s) and %s from (select ?::text) v (x)"
                                                .formatted(
                                                        type,
                                                        Sql.unbounded(type),
                                                        Sql.sameText(type)))) {
                            statement.setString(1, value);
                            try (var rows = statement.executeQuery()) {
                                return rows.next() && rows.getBoolean(1);
                            }
                        } catch (SQLException e) {
                            connection.rollback(before);
                            if (e.getSQLState() != null && e.getSQLState().startsWith("22")) {
                                return false;
                            }
                            throw e;
                        }
                    } catch (SQLException e) {
                        throw unreachable(e);
                    }
                });
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(Fragment query, Reader<T> reader) {
        try (var statement = prepared(query);
                var result = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (result.next()) {
                all.add(reader.read(result));
            }
            return all;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /// The numbers of a query's single row.
    private List<Long> numbers(Fragment query) {
        return rows(
                        query,
                        row -> {
                            var numbers = new ArrayList<Long>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                numbers.add(row.getLong(i));
                            }
                            return numbers;
                        })
                .getFirst();
    }

    private long one(Fragment query) {
        return rows(query, row -> row.getLong(1)).getFirst();
    }

    private long update(Fragment change) {
        try (var statement = prepared(change)) {
            return statement.executeLargeUpdate();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private PreparedStatement prepared(Fragment fragment) throws SQLException {
        var statement = connection.prepareStatement(fragment.sql());
        for (int i = 0; i < fragment.values().size(); i++) {
            statement.setString(i + 1, fragment.values().get(i));
        }
        return statement;
    }

    static SystemUnreachable unreachable(SQLException e) {
        @Nullable String state = e.getSQLState();
        boolean away = state == null || state.startsWith("08") || state.startsWith("57P");
        // The driver's message can quote a row: only the state leaves here.
        var bare = new SQLException("SQLSTATE " + state, state);
        bare.setStackTrace(e.getStackTrace());
        return new SystemUnreachable(away ? "unreachable" : "sql-" + state, bare);
    }
}
