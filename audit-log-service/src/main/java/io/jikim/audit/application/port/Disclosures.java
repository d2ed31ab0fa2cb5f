package io.jikim.audit.application.port;

import io.jikim.audit.domain.Secret;
import io.jikim.platform.access.Access;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/// What can still be shown of entries, of the tenant at hand only.
public interface Disclosures {

    /// Shows the fields named and no other.
    Optional<Disclosure> find(UUID event, Set<String> shown);

    /// Shows every field and leaves the record of this access in the same transaction.
    Optional<Disclosure> findForAccess(UUID event, Access access);

    /// An entry with the values shown. `leaf` stands as hashed, as Base64.
    record Disclosure(long index, String leaf, Secret secret, SortedMap<String, String> fields) {}
}
