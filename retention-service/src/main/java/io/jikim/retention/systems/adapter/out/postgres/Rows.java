package io.jikim.retention.systems.adapter.out.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Single statements, each committed by itself unless the caller has a transaction.
record Rows(DataSource database) {

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var found = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (found.next()) {
                    all.add(reader.read(found));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("retention: SQLSTATE " + e.getSQLState(), e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("retention: SQLSTATE " + e.getSQLState(), e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
