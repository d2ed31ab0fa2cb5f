package io.jikim.audit.application;

import io.jikim.audit.application.port.Accesses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Query: how many access records about a person stay, and since when the newest of them runs.
@ApplicationScoped
public class RetainedAccesses {
    private final Accesses accesses;

    RetainedAccesses(Accesses accesses) {
        this.accesses = accesses;
    }

    @Transactional
    public Accesses.Kept about(UUID subject) {
        return accesses.about(subject);
    }
}
