package io.jikim.consent.policy.domain;

import java.time.LocalDate;
import java.util.List;

/// What the services obey of a policy; the rest of it is text for people.
public record Terms(
        LocalDate effectiveDate,
        int restoreDays,
        boolean restrictUseUntilCorrected,
        List<Purpose> purposes,
        List<Item> items,
        Retention retention) {

    public Terms {
        purposes = List.copyOf(purposes);
        items = List.copyOf(items);
    }
}
