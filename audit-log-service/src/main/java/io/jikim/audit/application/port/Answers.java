package io.jikim.audit.application.port;

import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Place;
import io.jikim.audit.domain.Secret;
import io.jikim.audit.domain.Viewer;
import io.jikim.platform.access.Access;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/// What is kept about one person of the tenant at hand, with all that opens it and its place.
public interface Answers {

    /// Her numbered records behind `after` and below `size`, at most `limit`, in the log's order;
    /// leaves the record of this look in the same transaction.
    List<Answered> page(UUID subject, Viewer viewer, Range range, int limit, Access access);

    /// What there is of her below `size`.
    Extent extent(UUID subject, long size);

    /// Indexes above `after`, -1 for all, and below `size`.
    record Range(long after, long size) {}

    /// The first and the last number that are kept, 0 where there is none; how many records are
    /// older than numbering.
    record Extent(long first, long last, long unnumbered) {
        public boolean isEmpty() {
            return last == 0 && unnumbered == 0;
        }
    }

    /// A record with what may be shown of it, and the way from its place to the field `places`.
    /// `leaf` is as it is shown, as Base64.
    record Answered(
            long index,
            String leaf,
            Secret secret,
            SortedMap<String, String> fields,
            Place place,
            List<Hash> path) {
        public Answered {
            path = List.copyOf(path);
        }
    }
}
