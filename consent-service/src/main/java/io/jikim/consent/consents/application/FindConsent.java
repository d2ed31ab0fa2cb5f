package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Query: one entry of the history, to answer whoever has just written it.
@ApplicationScoped
public class FindConsent {

    private final Consents consents;

    public FindConsent(Consents consents) {
        this.consents = consents;
    }

    @Transactional
    public ConsentRecord find(ConsentId id) {
        return consents.find(id).orElseThrow(() -> new UnknownConsent(id));
    }
}
