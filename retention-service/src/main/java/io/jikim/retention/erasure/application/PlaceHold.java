package io.jikim.retention.erasure.application;

import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.BuiltIn;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;

/// Use case: somebody who may names categories of a person that nobody destroys until the hold is
/// released.
@ApplicationScoped
public class PlaceHold {
    private final Holds holds;
    private final ArchiveHolds archive;
    private final Policies policies;
    private final Participants participants;
    private final InstantSource clock;
    private final Ids ids;

    PlaceHold(
            Holds holds,
            ArchiveHolds archive,
            Policies policies,
            Participants participants,
            InstantSource clock,
            Ids ids) {
        this.holds = holds;
        this.archive = archive;
        this.policies = policies;
        this.participants = participants;
        this.clock = clock;
        this.ids = ids;
    }

    /// Waits a while for what is being destroyed at this moment; from its return on nothing of
    /// these categories is ordered or destroyed. What other services were already ordered to
    /// destroy cannot be called back. Whom the hold is about need not be known here: before a case
    /// nobody is.
    ///
    /// @throws UnknownCategories if neither a policy version nor a participant names one: a hold
    ///   that is misspelt would keep nothing
    @Transactional
    public Hold place(
            TenantCode tenant, SubjectId subject, Set<Category> categories, String matter) {
        refuseUnknown(categories);
        holds.lock(subject);
        var hold =
                new Hold(
                        new HoldId(ids.next()), subject, categories, matter, clock.instant(), null);
        archive.place(tenant, hold.id(), subject, hold.categories());
        holds.save(hold, new HoldFact.Placed(hold));
        return hold;
    }

    private void refuseUnknown(Set<Category> categories) {
        var known = new TreeSet<>(policies.categories());
        known.addAll(BuiltIn.categories());
        participants.all().forEach(participant -> known.addAll(participant.categories()));
        var unknown = new TreeSet<>(categories);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new UnknownCategories(unknown, known);
        }
    }
}
