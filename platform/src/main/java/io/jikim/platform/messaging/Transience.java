package io.jikim.platform.messaging;

import com.fasterxml.jackson.core.JacksonException;
import io.jikim.platform.crypto.KeyUnavailable;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/// Tells trouble that passes by itself (a database, a broker or a peer is away) from an event that
/// will never work.
public class Transience {

    // PostgreSQL: connection, resources, operator intervention, system; serialization, deadlock,
    // lock not available.
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    // How PgJDBC begins what a server said before it closed the connection, whatever the state.
    private static final Set<String> ENDS = Set.of("FATAL: ", "PANIC: ");

    // What a peer or the proxy before it answers while it is starting, stopping or too busy.
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

    private Transience() {}

    /// What is too large stays so, though somebody wrapped it as a thing to wait for.
    public static boolean of(Throwable failure) {
        return holds(failure, Transience::passes)
                && !holds(failure, RecordTooLargeException.class::isInstance);
    }

    private static boolean holds(Throwable failure, Predicate<Throwable> what) {
        return search(failure, what, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean search(
            @Nullable Throwable failure, Predicate<Throwable> what, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        if (what.test(failure) || search(failure.getCause(), what, seen)) {
            return true;
        }
        // A failed commit tells its reason only there.
        for (var suppressed : failure.getSuppressed()) {
            if (search(suppressed, what, seen)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException e -> endsSession(e) || passes(e.getSQLState());
            case WebApplicationException e -> AWAY.contains(e.getResponse().getStatus());
            case RetryLater _, KeyUnavailable _, RetriableException _, TimeoutException _ -> true;
            case IllegalStateException e -> isClosed(e);
            default -> failure instanceof IOException && !isAboutData(failure);
        };
    }

    // A server that gives up (it cannot write its log, say) blames whatever statement was at hand.
    private static boolean endsSession(SQLException failure) {
        var told = String.valueOf(failure.getMessage());
        return ENDS.stream().anyMatch(told::startsWith);
    }

    // The pool's own exceptions, such as a time-out of acquisition, have no state.
    private static boolean passes(@Nullable String state) {
        return state == null
                || STATES.contains(state)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }

    // The session factory was closed under the work: the service is on its way down.
    private static boolean isClosed(IllegalStateException failure) {
        var trace = failure.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith("org.hibernate.")
                && trace[0].getMethodName().equals("validateNotClosed");
    }

    private static boolean isAboutData(Throwable failure) {
        return failure instanceof JacksonException;
    }
}
