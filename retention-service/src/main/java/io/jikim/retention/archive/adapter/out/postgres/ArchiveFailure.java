package io.jikim.retention.archive.adapter.out.postgres;

import java.sql.SQLException;

/// The archive database is away, or refuses.
final class ArchiveFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchiveFailure(SQLException cause) {
        super("archive: SQLSTATE " + cause.getSQLState(), cause);
    }

    /// Whether the destroy function refused: a hold was placed, or another run was faster.
    boolean refusal() {
        return getCause() instanceof SQLException e
                && e.getSQLState() != null
                && e.getSQLState().startsWith("JK");
    }
}
