package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Membership.Standing;
import io.jikim.consent.consents.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Query: when the processing of a person's data stopped.
@ApplicationScoped
public class FindTermination {

    private final Memberships memberships;

    public FindTermination(Memberships memberships) {
        this.memberships = memberships;
    }

    @Transactional
    public Standing.Terminated of(SubjectRef subject) {
        return memberships
                .find(subject)
                .map(Membership::standing)
                .filter(Standing.Terminated.class::isInstance)
                .map(Standing.Terminated.class::cast)
                .or(() -> memberships.pastTermination(subject))
                .orElseThrow(() -> new UnknownSubject(subject));
    }
}
