package io.jikim.audit.application.port;

import io.jikim.audit.domain.Secret;
import io.jikim.platform.access.Access;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What can still be shown of entries, of the tenant at hand only.
public interface Disclosures {

    /// Every field of an entry; who shows them to somebody narrows them first.
    Optional<Disclosure> find(UUID event);

    /// As [#find], and leaves the record of this access in the same transaction.
    Optional<Disclosure> findForAccess(UUID event, Access access);

    /// An entry with the values shown. `logged` is the leaf as hashed, `leaf` as it is shown, both
    /// as Base64.
    record Disclosure(
            long index,
            String logged,
            String leaf,
            Secret secret,
            SortedMap<String, String> fields) {

        /// Shows those of these fields that the entry has, and no other.
        public Disclosure atMost(Set<String> names) {
            var shown = new TreeMap<>(fields);
            shown.keySet().retainAll(names);
            return new Disclosure(index, logged, leaf, secret, shown);
        }

        /// Shows exactly these fields.
        ///
        /// @throws UnknownField if the entry has one of them not
        public Disclosure exactly(Set<String> names) {
            if (!fields.keySet().containsAll(names)) {
                throw new UnknownField(fields.keySet());
            }
            return atMost(names);
        }
    }
}
