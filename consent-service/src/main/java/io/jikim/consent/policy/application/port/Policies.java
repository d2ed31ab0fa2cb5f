package io.jikim.consent.policy.application.port;

import io.jikim.consent.policy.domain.PolicyId;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.consent.policy.domain.Terms;
import java.util.Optional;

/// The versions of this tenant's policy.
public interface Policies {

    /// A version by its number.
    Optional<PolicyVersion> numbered(int number);

    Optional<PolicyVersion> find(PolicyId id);

    /// The published version with the highest number, without its document.
    Optional<InForce> inForce();

    /// The number for the next version; nobody else gets one until the transaction ends.
    int nextNumber();

    /// Stores a draft.
    void add(PolicyVersion draft);

    /// Stores that the version is published, and announces its terms, both or neither.
    void publish(PolicyVersion published, Terms terms);

    /// Which version is in force.
    record InForce(PolicyId id, int number) {}
}
