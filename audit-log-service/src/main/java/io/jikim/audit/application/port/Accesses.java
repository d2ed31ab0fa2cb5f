package io.jikim.audit.application.port;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.RecordClass;
import io.jikim.platform.access.Access;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The access records of the tenant at hand, in the log's order.
public interface Accesses {

    /// At most `limit` records behind `after`; leaves the record of this access in the same
    /// transaction.
    Slice search(Wanted wanted, int limit, Access access);

    /// As [#search], for the person herself: of others whom the same access was about she sees
    /// nothing, and the record of her look is about her alone.
    Slice about(UUID herself, long after, int limit, Access access);

    /// What is kept about this person, by class.
    List<Kept> about(UUID subject);

    /// How many records of a class there are, at least one, and when the newest got its place.
    record Kept(RecordClass recordClass, long count, Instant newest) {}

    /// A part of a list. `next` is where it goes on, and empty at its end: a part may be short, or
    /// empty, in the middle of a list, because nobody looks further than some way at once.
    record Slice(List<Found> found, OptionalLong next) {
        public Slice {
            found = List.copyOf(found);
        }
    }

    /// One record, which system told it, and whether it is about somebody whose use is restricted.
    /// `account` where it is known, `bulk` where nobody is named. `number` is which of the records
    /// about the person searched for it is; none where no person was searched for, or the record is
    /// older than numbering.
    record Found(
            long index,
            UUID event,
            String system,
            Did did,
            List<UUID> subjects,
            boolean restricted,
            @Nullable String account,
            Fact.@Nullable Bulk bulk,
            Optional<Long> number) {
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
