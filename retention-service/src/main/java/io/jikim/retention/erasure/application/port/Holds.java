package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The legal holds of the current tenant, and the guard that keeps holding and destroying apart.
public interface Holds {
    /// What is held of the subject, and nobody places or releases a hold on it until this
    /// transaction ends.
    Map<Category, HoldId> guard(SubjectId subject);

    /// Nobody orders or destroys anything of the subject until this transaction ends; waits for
    /// those who do, for a while.
    ///
    /// @throws BeingDestroyed if they were not ready by then; try again later
    void lock(SubjectId subject);

    /// What is held of the subject at this moment, for reading only or inside [DestructionGuard].
    Map<Category, HoldId> active(SubjectId subject);

    Optional<Hold> find(HoldId id);

    /// The active holds of all subjects.
    List<Hold> allActive();

    void save(Hold hold, HoldFact fact);

    List<Hold> ofSubject(SubjectId subject);

    /// Something of the subject is being destroyed, and it takes its time.
    class BeingDestroyed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BeingDestroyed(Throwable cause) {
            super("A destruction did not end in time", cause);
        }
    }
}
