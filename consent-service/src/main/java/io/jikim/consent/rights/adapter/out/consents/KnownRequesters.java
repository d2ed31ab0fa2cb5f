package io.jikim.consent.rights.adapter.out.consents;

import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.consent.policy.application.port.Policies;
import io.jikim.consent.policy.application.port.PolicyTexts;
import io.jikim.consent.policy.domain.Item;
import io.jikim.consent.policy.domain.PersonKind;
import io.jikim.consent.policy.domain.Terms;
import io.jikim.consent.rights.application.port.Requesters;
import io.jikim.consent.rights.domain.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;

/// People whose membership lives and whose data is not being erased.
@ApplicationScoped
class KnownRequesters implements Requesters {

    private final Memberships memberships;
    private final Freezes freezes;
    private final Policies policies;
    private final PolicyTexts texts;

    KnownRequesters(
            Memberships memberships, Freezes freezes, Policies policies, PolicyTexts texts) {
        this.memberships = memberships;
        this.freezes = freezes;
        this.policies = policies;
        this.texts = texts;
    }

    @Override
    public Optional<Held> find(Requester requester) {
        var subject = new SubjectRef(requester.subjectRef());
        return memberships
                .find(subject)
                .filter(Membership::active)
                .filter(_ -> freezes.of(subject).stream().noneMatch(Freeze::whole))
                .flatMap(membership -> terms().map(terms -> held(membership, terms)));
    }

    private Optional<Terms> terms() {
        return policies.inForce()
                .flatMap(inForce -> policies.find(inForce.id()))
                .map(version -> texts.terms(version.document()));
    }

    private static Held held(Membership membership, Terms terms) {
        var kind = PersonKind.valueOf(membership.kind().name());
        var items =
                terms.items().stream()
                        .filter(item -> item.kinds().contains(kind))
                        .map(Item::code)
                        .collect(Collectors.toUnmodifiableSet());
        return new Held(items, terms.restrictUseUntilCorrected());
    }
}
