package io.jikim.contracts;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What every participant does, by category. `round` is 1, and one more each time a released hold
/// lets owed parts go on.
public record ErasureOrdered(
        UUID caseId,
        UUID subjectRef,
        int round,
        ErasureOpened.Scope scope,
        List<Order> orders,
        Instant at)
        implements Event {

    public ErasureOrdered {
        orders = List.copyOf(orders);
    }

    /// The fate of one category: for ERASE in a case of purpose scope exactly these items of it
    /// (all where empty); for ARCHIVE the law and its period from each record's own legal event;
    /// for HOLD the hold.
    public record Order(
            String category,
            List<String> items,
            Disposition disposition,
            @Nullable String basis,
            @Nullable Period period,
            @Nullable UUID holdId) {

        public Order {
            items = List.copyOf(items);
        }
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
