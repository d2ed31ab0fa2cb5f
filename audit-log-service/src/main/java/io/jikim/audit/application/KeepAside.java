package io.jikim.audit.application;

import io.jikim.audit.application.port.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: a record that cannot become an entry is kept, and everything behind it goes on.
@ApplicationScoped
public class KeepAside {
    private final Leftovers leftovers;

    KeepAside(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    @Transactional
    public void keep(Leftovers.Leftover leftover) {
        leftovers.keep(leftover);
    }
}
