package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.SubjectId;
import java.util.function.Supplier;

/// Keeps holds of a subject as they are while something outside of the live database is destroyed.
public interface DestructionGuard {
    /// Runs the work outside of any transaction; a hold that somebody places meanwhile waits until
    /// it ends. The work must not take [Holds#guard] or [Holds#lock]: it would wait for itself.
    <T> T whileHoldsStand(SubjectId subject, Supplier<T> work);
}
