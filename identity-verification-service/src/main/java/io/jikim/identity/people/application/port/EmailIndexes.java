package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.SubjectRef;
import java.time.Instant;
import java.util.Optional;

/// The keyed hashes that stand for people's addresses.
public interface EmailIndexes {

    Optional<String> of(SubjectRef ref);

    /// Notes that the address behind `index` was proven.
    ///
    /// @return false where the person has another address by now, or is frozen
    boolean verified(SubjectRef ref, String index, Instant at);
}
