package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.CollectionPolicy;
import java.util.Optional;

/// What the tenant's published policy allows to be collected.
public interface CollectionPolicies {

    Optional<CollectionPolicy> current();

    /// An older version than the one that is known changes nothing.
    void keep(CollectionPolicy policy);
}
