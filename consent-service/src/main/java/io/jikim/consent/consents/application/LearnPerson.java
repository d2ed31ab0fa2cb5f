package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: a person has been registered, and can be asked from now on.
@ApplicationScoped
public class LearnPerson {

    private final Memberships memberships;

    public LearnPerson(Memberships memberships) {
        this.memberships = memberships;
    }

    @Transactional
    public void learn(SubjectRef subject, PersonKind kind) {
        memberships.learn(Membership.begun(subject, kind));
    }
}
