package io.jikim.audit.application;

import io.jikim.audit.application.port.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Query: how many records from the bus wait for somebody to look at them.
@ApplicationScoped
public class CountLeftovers {
    private final Leftovers leftovers;

    CountLeftovers(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    @Transactional
    public long count() {
        return leftovers.count();
    }
}
