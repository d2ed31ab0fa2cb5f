package io.jikim.audit.application.port;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.RecordClass;
import io.jikim.platform.access.Access;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The access records of the tenant at hand, in the log's order.
public interface Accesses {

    /// At most `limit` records behind `after`; leaves the record of this access in the same
    /// transaction.
    List<Found> search(Wanted wanted, int limit, Access access);

    /// As [#search], for the person herself: of others whom the same access was about she sees
    /// nothing, and the record of her look is about her alone.
    List<Found> about(UUID herself, long after, int limit, Access access);

    /// What is kept about this person, by class.
    List<Kept> about(UUID subject);

    /// How many records of a class there are, at least one, and when the newest got its place.
    record Kept(RecordClass recordClass, long count, Instant newest) {}

    /// What is looked for; `after` is an index, -1 for the beginning.
    record Wanted(Optional<UUID> subject, Optional<String> actor, long after) {}

    /// One record, and whether it is about somebody whose use is restricted. `account` where it is
    /// known, `bulk` where nobody is named.
    record Found(
            long index,
            UUID event,
            Did did,
            List<UUID> subjects,
            boolean restricted,
            @Nullable String account,
            Fact.@Nullable Bulk bulk) {
        public Found {
            subjects = List.copyOf(subjects);
        }
    }

    /// Who did what, when, from where and why.
    record Did(
            Instant at,
            String actor,
            String role,
            String action,
            String resource,
            String reason,
            String from) {}
}
