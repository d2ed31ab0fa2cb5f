package io.jikim.audit.application.port;

import io.jikim.audit.application.port.Disclosures.Disclosure;
import io.jikim.platform.access.Access;
import java.util.List;
import java.util.OptionalLong;

/// Access records on their way out of the system, of the tenant at hand.
public interface Exports {

    /// Which records are wanted, in the log's order and `most` at most; leaves the record of this
    /// access, about everybody whom they are about, in the same transaction.
    Selection select(Wanted wanted, int most, Access access);

    /// With every field, those that still have any.
    List<Disclosure> read(List<Long> indexes);

    /// `next` is behind which index it goes on, empty at the end.
    record Selection(List<Long> indexes, OptionalLong next) {
        public Selection {
            indexes = List.copyOf(indexes);
        }
    }
}
