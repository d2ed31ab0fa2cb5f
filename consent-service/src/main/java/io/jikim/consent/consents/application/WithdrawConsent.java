package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.CannotAnswer.Reason;
import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.application.port.PoliciesInForce;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.Withdrawal;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Use case: a person takes a consent back.
@ApplicationScoped
public class WithdrawConsent {

    private final Consents consents;
    private final Memberships memberships;
    private final PoliciesInForce policies;
    private final InstantSource clock;
    private final Ids ids;

    public WithdrawConsent(
            Consents consents,
            Memberships memberships,
            PoliciesInForce policies,
            InstantSource clock,
            Ids ids) {
        this.consents = consents;
        this.memberships = memberships;
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
    }

    /// The entry of the withdrawal: the first one, however often it is asked for.
    @Transactional
    public ConsentRecord withdraw(ConsentId id) {
        var given = consents.find(id).orElseThrow(() -> new UnknownConsent(id));
        var membership =
                memberships
                        .lock(given.subject())
                        .orElseThrow(() -> new UnknownSubject(given.subject()));
        var policy = policies.current().orElseThrow(() -> new CannotAnswer(Reason.NO_POLICY));
        var withdrawal =
                Withdrawal.of(
                        given,
                        consents.historyOf(given.subject()),
                        policy,
                        membership.kind(),
                        new ConsentId(ids.next()),
                        clock.instant());
        return switch (withdrawal) {
            case Withdrawal.NothingGiven _ -> throw new CannotAnswer(Reason.NOTHING_GIVEN);
            case Withdrawal.AlreadyDone(var before) -> before;
            case Withdrawal.Done(var entry, var fact) -> {
                if (!membership.active()) {
                    throw new CannotAnswer(Reason.MEMBERSHIP_TERMINATED);
                }
                consents.add(entry, fact);
                yield entry;
            }
        };
    }
}
