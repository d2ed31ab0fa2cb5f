package io.jikim.platform.messaging;

import java.sql.SQLException;

/// The database did not do what messaging asked of it.
public class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageFailure(SQLException cause) {
        super(cause);
    }

    /// What kind of failure it is, without its message, which may quote data.
    static String kindOf(Throwable failure) {
        for (var at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException e) {
                return "SQLSTATE " + e.getSQLState();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
