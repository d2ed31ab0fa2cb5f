package io.jikim.audit.application;

import io.jikim.audit.application.port.Months;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: the oldest month of which nothing can be disclosed any more leaves the log. What is
/// needed to prove the rest stays.
@ApplicationScoped
public class PruneLog {
    private final Months months;

    PruneLog(Months months) {
        this.months = months;
    }

    /// Takes one bounded step; false where there is none to take.
    @Transactional
    public boolean prune() {
        return months.pruneOldest();
    }
}
