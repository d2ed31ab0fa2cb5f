package io.jikim.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One statement at a time: in the caller's transaction, or committed by itself where there is
/// none.
public record Rows(DataSource database) {

    /// Makes a value of one row.
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            try (var found = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (found.next()) {
                    all.add(reader.read(found));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    public <T> Optional<T> one(String sql, Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    public int update(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, bound(connection, values[i]));
        }
    }

    /// As the driver takes it.
    private static @Nullable Object bound(Connection connection, @Nullable Object value)
            throws SQLException {
        return switch (value) {
            case UUID[] many -> connection.createArrayOf("uuid", many);
            case Long[] many -> connection.createArrayOf("int8", many);
            case String[] many -> connection.createArrayOf("text", many);
            case byte[][] many -> connection.createArrayOf("bytea", many);
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case null, default -> value;
        };
    }
}
