package io.jikim.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs one statement on a connection of the caller's transaction, or of none.
public class Sql {

    /// What is read from, or done with, a prepared statement.
    public interface Work<T extends @Nullable Object> {
        T with(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private Sql() {}

    public static int update(DataSource database, String sql, @Nullable Object... values) {
        return run(
                database,
                sql,
                (_, statement) -> {
                    bind(statement, values);
                    return statement.executeUpdate();
                });
    }

    public static <T> T run(DataSource database, String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new StorageFailure(e);
        }
    }

    public static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
