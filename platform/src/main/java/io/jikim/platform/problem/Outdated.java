package io.jikim.platform.problem;

import jakarta.persistence.OptimisticLockException;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/// Tells whether a row that has changed meanwhile lies behind a failure.
final class Outdated {

    private static final int DEEP = 20;

    private Outdated() {}

    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(DEEP)
                .anyMatch(cause ->
                        cause instanceof OptimisticLockException
                                || cause instanceof StaleStateException);
    }
}
