package io.jikim.retention.erasure.application.port;

import io.jikim.platform.access.Access;
import io.jikim.retention.erasure.domain.Destruction;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.Opening;
import java.util.Optional;

/// The identifiers of each case's person, sealed under the case's own key.
public interface SealedIdentifiers {
    /// False if the case has counted already: the first deposit counts.
    boolean deposit(Opening opening, Identifiers identifiers);

    boolean isDeposited(ErasureId id);

    /// Opens them and leaves the access record in the same transaction. Empty once they are
    /// destroyed, and [Identifiers#NONE] where they came back from a backup without their key.
    Optional<Identifiers> read(Opening opening, Access access);

    /// Destroys the key, committed at once; a repetition gives the same evidence.
    Destruction destroyKey(Opening opening);

    /// Deletes what the destroyed key had sealed.
    void forget(ErasureId id);
}
