package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.application.port.PoliciesInForce;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Membership.Standing;
import io.jikim.consent.consents.domain.Membership.Termination;
import io.jikim.consent.consents.domain.PolicyInForce;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Use case: a person ends the service; from this commit on nothing of theirs may be used.
@ApplicationScoped
public class TerminateMembership {

    private final Memberships memberships;
    private final PoliciesInForce policies;
    private final InstantSource clock;
    private final Ids ids;

    public TerminateMembership(
            Memberships memberships, PoliciesInForce policies, InstantSource clock, Ids ids) {
        this.memberships = memberships;
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
    }

    /// When the processing stopped: the first time, however often it is asked for, and also when
    /// everything else is erased.
    @Transactional
    public Standing.Terminated terminate(SubjectRef subject) {
        return memberships
                .lock(subject)
                .map(this::end)
                .or(() -> memberships.pastTermination(subject))
                .orElseThrow(() -> new UnknownSubject(subject));
    }

    private Standing.Terminated end(Membership membership) {
        int version = policies.current().map(PolicyInForce::version).orElse(0);
        return switch (membership.terminate(ids.next(), version, clock.instant())) {
            case Termination.AlreadyDone(var before) -> before;
            case Termination.Done done -> {
                memberships.end(done);
                yield done.fact();
            }
        };
    }
}
