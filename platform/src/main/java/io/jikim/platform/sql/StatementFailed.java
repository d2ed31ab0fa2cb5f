package io.jikim.platform.sql;

import java.sql.SQLException;

/// The database did not do it; the cause says whether it may later. Says the state only: the
/// driver's words may quote data.
public final class StatementFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StatementFailed(SQLException cause) {
        super("SQLSTATE " + cause.getSQLState(), cause);
    }
}
