package io.jikim.platform.problem;

import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.hibernate.StaleStateException;

/// Tells what lies behind a failure: a part that is away, a row that has changed, or a bug.
final class Away {

    private static final int DEEP = 20;

    private Away() {}

    /// A database or a broker that cannot be reached, or that is going down: SQLSTATE classes 08
    /// (connection), 53 (resources) and 57P (shutdown).
    static boolean isBehind(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof SQLTransientException
                                || cause instanceof RetriableException
                                || cause instanceof ConnectException
                                || cause instanceof SQLException sql && isAway(sql));
    }

    static boolean isOutdated(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof OptimisticLockException
                                || cause instanceof StaleStateException);
    }

    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        boolean pool =
                state == null && String.valueOf(e.getMessage()).contains("acquisition timeout");
        return pool
                || state != null
                        && (state.startsWith("08")
                                || state.startsWith("53")
                                || state.startsWith("57P"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(DEEP);
    }
}
