package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.domain.Freeze;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Use case: an erasure case stops the use of a person's data, or is over.
@ApplicationScoped
public class FreezeSubject {

    private final Freezes freezes;

    public FreezeSubject(Freezes freezes) {
        this.freezes = freezes;
    }

    @Transactional
    public void freeze(Freeze freeze) {
        freezes.add(freeze);
    }

    /// A purpose may be consented to again; a whole membership stays frozen while anything is left.
    @Transactional
    public void lift(UUID caseId) {
        freezes.lift(caseId);
    }
}
