package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Profile;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Access;
import java.util.Optional;
import java.util.Set;

/// The one door to personal data in clear.
public interface Profiles {

    /// Opens what is held of a person, `only` these items where some are named, and leaves the
    /// record of it in the same transaction: where the record cannot be written, nothing is read.
    Optional<Profile> read(SubjectRef ref, Set<ItemCode> only, Access access);

    /// The same for a person who may have come back from a backup of the rows after her keys were
    /// destroyed: an item whose key is gone is left out, and where nothing opens it is empty.
    Optional<Profile> readWhatOpens(SubjectRef ref, Set<ItemCode> only, Access access);
}
