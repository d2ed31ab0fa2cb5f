package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.domain.ConsentHistory;
import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.access.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Query: what a person has consented to; every reading leaves an access record.
@ApplicationScoped
public class ReadConsents {

    private final Consents consents;
    private final Memberships memberships;
    private final Freezes freezes;

    public ReadConsents(Consents consents, Memberships memberships, Freezes freezes) {
        this.consents = consents;
        this.memberships = memberships;
        this.freezes = freezes;
    }

    /// @throws UnknownSubject also while an erasure of the whole membership goes on
    @Transactional
    public ConsentHistory of(SubjectRef subject, Access access) {
        if (memberships.find(subject).isEmpty()
                || freezes.of(subject).stream().anyMatch(Freeze::whole)) {
            throw new UnknownSubject(subject);
        }
        return consents.read(subject, access);
    }
}
