package io.jikim.audit;

import io.jikim.testkit.stack.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Keeps the head of the log from being moved, as a database does that is slow.
final class HeldHead implements AutoCloseable {
    private final Connection connection;

    HeldHead() throws SQLException {
        connection = DriverManager.getConnection(LocalStack.shared().superuserUrl("audit"));
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select * from log_state for update");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
