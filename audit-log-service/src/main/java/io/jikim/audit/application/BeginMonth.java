package io.jikim.audit.application;

import io.jikim.audit.application.port.Months;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: a new month of the log begins at the next whole tile, so that it can end by itself.
@ApplicationScoped
public class BeginMonth {
    private final Months months;

    BeginMonth(Months months) {
        this.months = months;
    }

    /// Takes one bounded step; false where there is none to take.
    @Transactional
    public boolean begin() {
        return months.begin();
    }
}
