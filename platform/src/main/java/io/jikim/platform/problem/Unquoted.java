package io.jikim.platform.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A failure without its words, for the log: the message of a foreign exception may quote a row.
/// Classes, places and SQL states stay.
public final class Unquoted extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int DEEP = 20;

    private Unquoted(Throwable failure, @Nullable Throwable cause) {
        super(named(failure), cause);
        setStackTrace(failure.getStackTrace());
    }

    public static Throwable of(Throwable failure) {
        return of(failure, DEEP);
    }

    private static Throwable of(Throwable failure, int deep) {
        var cause = failure.getCause();
        var unquoted =
                new Unquoted(failure, cause == null || deep == 0 ? null : of(cause, deep - 1));
        for (var suppressed : failure.getSuppressed()) {
            if (deep > 0) {
                unquoted.addSuppressed(of(suppressed, deep - 1));
            }
        }
        return unquoted;
    }

    /// The class of the failure, as its own stack trace would begin, and its code.
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }

    private static String named(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException e ? name + " " + e.getSQLState() : name;
    }
}
