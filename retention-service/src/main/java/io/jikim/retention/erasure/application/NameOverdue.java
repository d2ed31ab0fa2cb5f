package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Use case: a deadline is over, and whoever is silent is named, once.
@ApplicationScoped
public class NameOverdue {
    private final Erasures erasures;
    private final BusinessClock business;
    private final InstantSource clock;
    private final Deadlines deadlines;

    NameOverdue(
            Erasures erasures, BusinessClock business, InstantSource clock, Deadlines deadlines) {
        this.erasures = erasures;
        this.business = business;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @Transactional
    public void name(ErasureId id) {
        var erasure = erasures.lock(id).orElseThrow(() -> new UnknownErasure(id));
        var now = business.instant(erasure.opening().tenant().code());
        if (!now.isBefore(erasure.opening().deadline())) {
            if (erasure instanceof Erasure.Late<?> late) {
                name(erasure, late, now);
            }
        }
    }

    private void name(Erasure erasure, Erasure.Late<?> late, Instant now) {
        var after = late.overdue(now);
        if (!after.equals(erasure)) {
            erasures.save(
                    after,
                    List.of(
                            new ErasureFact.Overdue(
                                    erasure.opening(), erasure.parts().awaited(), now)),
                    clock.instant().plus(deadlines.recheck()));
        }
    }
}
