package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.CannotAnswer.Reason;
import io.jikim.consent.consents.application.port.PoliciesInForce;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.PersonKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Query: what a person of a kind is asked now, one notice for each consent.
@ApplicationScoped
public class CurrentNotices {

    private final PoliciesInForce policies;

    public CurrentNotices(PoliciesInForce policies) {
        this.policies = policies;
    }

    @Transactional
    public List<Notice> of(PersonKind kind, Language language) {
        return policies.current()
                .orElseThrow(() -> new CannotAnswer(Reason.NO_POLICY))
                .notices(kind, language);
    }
}
