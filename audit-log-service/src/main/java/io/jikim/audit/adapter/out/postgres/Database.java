package io.jikim.audit.adapter.out.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One statement at a time, on the connection of the transaction at hand.
@ApplicationScoped
class Database {

    /// Makes a value of one row.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The database did not do it; the cause says whether it may later.
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            try (var result = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (result.next()) {
                    all.add(row.read(result));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    int update(String sql, @Nullable Object... values) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            switch (value) {
                case UUID[] many ->
                        statement.setArray(i + 1, connection.createArrayOf("uuid", many));
                case Long[] many ->
                        statement.setArray(i + 1, connection.createArrayOf("int8", many));
                case String[] many ->
                        statement.setArray(i + 1, connection.createArrayOf("text", many));
                case byte[][] many ->
                        statement.setArray(i + 1, connection.createArrayOf("bytea", many));
                case null, default -> statement.setObject(i + 1, value);
            }
        }
    }
}
