package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Use case: a deadline is over; the case and whoever is silent are named, once.
@ApplicationScoped
public class NameOverdue {
    private final Erasures erasures;
    private final BusinessClock business;
    private final LookAgain again;

    NameOverdue(Erasures erasures, BusinessClock business, LookAgain again) {
        this.erasures = erasures;
        this.business = business;
        this.again = again;
    }

    /// Nobody need be silent: a mail server that is away makes a case late as well, and is to be
    /// seen.
    @Transactional
    public void name(ErasureId id) {
        var erasure = erasures.lock(id).orElseThrow(() -> new UnknownErasure(id));
        var now = business.instant(erasure.opening().tenant().code());
        if (erasure.isLate(now) && !erasures.isOverdue(id)) {
            erasures.save(
                    erasure instanceof Erasure.Late<?> late ? late.overdue(now) : erasure,
                    List.of(
                            new ErasureFact.Overdue(
                                    erasure.opening(), erasure.parts().awaited(), now)),
                    again.after(erasure));
        }
    }
}
