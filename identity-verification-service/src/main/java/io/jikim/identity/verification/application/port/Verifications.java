package io.jikim.identity.verification.application.port;

import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.Budget;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationFact;
import io.jikim.identity.verification.domain.VerificationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The verifications of the tenant at hand.
public interface Verifications {

    /// Stores and announces it, and queues its first mail.
    void add(Verification verification, VerificationFact.Started fact);

    Optional<Verification> find(VerificationId id);

    /// As it stands now; nobody else changes it until the transaction at hand ends.
    Optional<Verification> take(VerificationId id);

    List<Verification> pending(SubjectRef subject);

    /// Notes the next mail of a pending verification and queues it.
    void resend(Verification verification, Instant at);

    /// Counts one try of an open verification, before anybody looks at the code.
    ///
    /// @return false where it is closed, out of time or out of tries
    boolean countTry(VerificationId id, Instant at);

    /// Closes a pending verification and announces it; of many who try, one wins.
    ///
    /// @return false where it was closed before; then nothing is announced
    boolean close(Verification verification, VerificationFact fact);

    /// What the address has had; nobody else changes that until the transaction at hand ends.
    Budget budget(AddressIndex address, Instant at);
}
