package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Workers;
import io.jikim.retention.erasure.domain.CaseRef;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.HoldId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: a hold ends, and what was owed because of it goes on by itself.
@ApplicationScoped
public class ReleaseHold {
    private final Holds holds;
    private final Erasures erasures;
    private final Workers workers;
    private final InstantSource clock;
    private final LookAgain again;

    ReleaseHold(
            Holds holds, Erasures erasures, Workers workers, InstantSource clock, LookAgain again) {
        this.holds = holds;
        this.erasures = erasures;
        this.workers = workers;
        this.clock = clock;
        this.again = again;
    }

    /// A second release changes nothing. The archive learns of it by comparison
    /// ([CompareArchiveHolds]), after this is committed.
    ///
    /// @throws UnknownHold if the tenant has no such hold
    @Transactional
    public Hold release(HoldId id) {
        var subject = holds.find(id).orElseThrow(() -> new UnknownHold(id)).subject();
        holds.lock(subject);
        var hold = holds.find(id).orElseThrow(() -> new UnknownHold(id));
        if (!hold.isActive()) {
            return hold;
        }
        var released = hold.release(clock.instant());
        holds.save(released, new HoldFact.Released(released));
        for (var erasure : erasures.ofSubject(subject)) {
            goOnEvenIfTheWorkerBreaksOff(erasure.id());
            workers.wakeAfterCommit(new CaseRef(erasure.opening().tenant(), erasure.id()));
        }
        return released;
    }

    private void goOnEvenIfTheWorkerBreaksOff(ErasureId id) {
        erasures.lock(id)
                .ifPresent(erasure -> erasures.save(erasure, List.of(), again.after(erasure)));
    }
}
