package io.jikim.audit.domain;

import java.util.UUID;

/// The newest of the records about a person: what the next one is chained to.
///
/// @param since index of the record with number 1
/// @param leaf hash of the leaf at `index`
public record ChainEnd(long since, long number, long index, Hash leaf) {

    Place next(UUID subject) {
        return new Place(subject, since, number + 1, leaf);
    }
}
