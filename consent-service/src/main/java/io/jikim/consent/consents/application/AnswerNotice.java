package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.CannotAnswer.Reason;
import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.application.port.PoliciesInForce;
import io.jikim.consent.consents.domain.Basis;
import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.consent.consents.domain.ConsentHistory;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import io.jikim.consent.consents.domain.Evidence;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Method;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.PolicyInForce;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Use case: a person says yes or no to one purpose, against the text they were shown.
@ApplicationScoped
public class AnswerNotice {

    private final Consents consents;
    private final Memberships memberships;
    private final PoliciesInForce policies;
    private final Freezes freezes;
    private final InstantSource clock;
    private final Ids ids;

    public AnswerNotice(
            Consents consents,
            Memberships memberships,
            PoliciesInForce policies,
            Freezes freezes,
            InstantSource clock,
            Ids ids) {
        this.consents = consents;
        this.memberships = memberships;
        this.policies = policies;
        this.freezes = freezes;
        this.clock = clock;
        this.ids = ids;
    }

    /// The answer as it was taken; `recordedBy` is the subject of the token of whoever recorded it.
    public record Given(
            SubjectRef subject,
            String purpose,
            boolean yes,
            String noticeDigest,
            Language language,
            Method method,
            String recordedBy) {}

    @Transactional
    public ConsentRecord answer(Given given) {
        var membership =
                memberships
                        .lock(given.subject())
                        .orElseThrow(() -> new UnknownSubject(given.subject()));
        refuseIfOver(membership, given.purpose());
        var policy = policies.current().orElseThrow(() -> new CannotAnswer(Reason.NO_POLICY));
        var shown = shown(given, policy, membership);
        refuseNoAfterYes(given, consents.historyOf(given.subject()));
        var entry =
                new ConsentRecord(
                        new ConsentId(ids.next()),
                        given.subject(),
                        given.purpose(),
                        given.yes() ? Answer.GIVEN : Answer.REFUSED,
                        new Evidence(
                                policy.version(),
                                shown.digest(),
                                given.language(),
                                given.method(),
                                given.recordedBy()),
                        clock.instant());
        consents.keep(shown);
        consents.add(
                entry, given.yes() ? new ConsentFact.Given(entry) : new ConsentFact.Refused(entry));
        return entry;
    }

    private void refuseIfOver(Membership membership, String purpose) {
        if (!membership.active()) {
            throw new CannotAnswer(Reason.MEMBERSHIP_TERMINATED);
        }
        if (freezes.of(membership.subject()).stream().anyMatch(f -> f.covers(purpose))) {
            throw new CannotAnswer(Reason.ERASURE_IN_PROGRESS);
        }
    }

    private static Notice shown(Given given, PolicyInForce policy, Membership membership) {
        var purpose =
                policy.purpose(given.purpose(), membership.kind())
                        .orElseThrow(() -> new CannotAnswer(Reason.NO_SUCH_PURPOSE));
        if (purpose.basis() != Basis.CONSENT) {
            throw new CannotAnswer(Reason.CONSENT_NOT_NEEDED);
        }
        return policy.notice(purpose.code(), membership.kind(), given.language())
                .filter(notice -> notice.digest().equals(given.noticeDigest()))
                .orElseThrow(() -> new CannotAnswer(Reason.NOTICE_NOT_CURRENT));
    }

    /// A no after a yes is a withdrawal, which starts an erasure: it must be meant as one.
    private static void refuseNoAfterYes(Given given, ConsentHistory history) {
        if (!given.yes() && history.given().contains(given.purpose())) {
            throw new CannotAnswer(Reason.ALREADY_GIVEN);
        }
    }
}
