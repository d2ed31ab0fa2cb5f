package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.CannotAnswer.Reason;
import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Corrections;
import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.application.port.PoliciesInForce;
import io.jikim.consent.consents.domain.Decision;
import io.jikim.consent.consents.domain.Decision.Situation;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Query: may this purpose be served with this person's data now?
@ApplicationScoped
public class Decide {

    private final Memberships memberships;
    private final Consents consents;
    private final Freezes freezes;
    private final Corrections corrections;
    private final PoliciesInForce policies;

    public Decide(
            Memberships memberships,
            Consents consents,
            Freezes freezes,
            Corrections corrections,
            PoliciesInForce policies) {
        this.memberships = memberships;
        this.consents = consents;
        this.freezes = freezes;
        this.corrections = corrections;
        this.policies = policies;
    }

    /// @throws UnknownSubject if this tenant never had such a person
    @Transactional
    public Decision on(SubjectRef subject, String purpose) {
        var membership = memberships.find(subject);
        if (membership.isEmpty()) {
            if (freezes.erased(subject)) {
                return Decision.erased();
            }
            throw new UnknownSubject(subject);
        }
        var policy = policies.current().orElseThrow(() -> new CannotAnswer(Reason.NO_POLICY));
        return Decision.on(purpose, situation(membership.orElseThrow()), policy);
    }

    private Situation situation(Membership membership) {
        var subject = membership.subject();
        return new Situation(
                membership,
                consents.historyOf(subject),
                freezes.of(subject),
                corrections.outstanding(subject));
    }
}
