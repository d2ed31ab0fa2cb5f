package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The erasure cases of the current tenant.
public interface Erasures {
    Optional<Erasure> find(ErasureId id);

    /// The case, locked until the transaction ends. Take the subject's guard ([Holds#guard])
    /// before, never after.
    Optional<Erasure> lock(ErasureId id);

    /// Stores a new case and its fact. False, and nothing stored, if the trigger already opened one
    /// for this subject.
    boolean open(Erasure.Opened erasure, ErasureFact.Opened fact);

    /// Stores the case's next state with what it tells the others.
    ///
    /// @param recheck after which to look at it again if the work on it breaks off; null while only
    ///   others can go on
    void save(Erasure erasure, List<ErasureFact> facts, @Nullable Duration recheck);

    /// What is done with a case again and again.
    enum Turn {
        WORK,
        NAMING
    }

    /// Leaves the case alone for a while, as it stands and whatever it says.
    void postpone(ErasureId id, Turn turn, Duration time);

    /// Whether it was named as overdue ([ErasureFact.Overdue]).
    boolean isOverdue(ErasureId id);

    List<Erasure> ofSubject(SubjectId subject);

    /// Newest first, those opened before the case `before`.
    List<Erasure> list(@Nullable SubjectId subject, @Nullable ErasureId before, int limit);
}
