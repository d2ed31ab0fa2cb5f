package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.domain.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// How long a worker is left alone with a case before somebody looks at it again.
@ApplicationScoped
class LookAgain {
    static final Duration RAREST = Duration.ofMinutes(15);
    private final BusinessClock business;
    private final Deadlines deadlines;

    LookAgain(BusinessClock business, Deadlines deadlines) {
        this.business = business;
        this.deadlines = deadlines;
    }

    /// The older the case, the longer, because every try writes an access record that stays for
    /// ever.
    Duration after(Erasure erasure) {
        var opening = erasure.opening();
        var now = business.instant(opening.tenant().code());
        var tenth = Duration.between(opening.at(), now).dividedBy(10);
        var atMost = tenth.compareTo(RAREST) > 0 ? RAREST : tenth;
        return atMost.compareTo(deadlines.recheck()) > 0 ? atMost : deadlines.recheck();
    }
}
