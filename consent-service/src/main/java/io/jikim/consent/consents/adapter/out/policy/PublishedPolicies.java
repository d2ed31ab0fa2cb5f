package io.jikim.consent.consents.adapter.out.policy;

import io.jikim.consent.consents.application.port.PoliciesInForce;
import io.jikim.consent.consents.domain.PolicyInForce;
import io.jikim.consent.policy.application.port.Policies;
import io.jikim.consent.policy.application.port.Policies.InForce;
import io.jikim.consent.policy.application.port.PolicyTexts;
import io.jikim.consent.policy.domain.PolicyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The policy in force; a version never changes, so each is read and understood once.
@ApplicationScoped
class PublishedPolicies implements PoliciesInForce {

    private static final int AT_MOST = 200;

    private final Policies policies;
    private final PolicyTexts texts;
    private final Map<PolicyId, PolicyInForce> understood = new ConcurrentHashMap<>();

    PublishedPolicies(Policies policies, PolicyTexts texts) {
        this.policies = policies;
        this.texts = texts;
    }

    @Override
    public Optional<PolicyInForce> current() {
        return policies.inForce().flatMap(this::understand);
    }

    private Optional<PolicyInForce> understand(InForce inForce) {
        var known = understood.get(inForce.id());
        if (known != null) {
            return Optional.of(known);
        }
        var read =
                policies.find(inForce.id())
                        .map(version -> texts.terms(version.document()))
                        .map(terms -> Notices.of(inForce.number(), terms));
        read.ifPresent(policy -> {
            if (understood.size() >= AT_MOST) {
                understood.clear();
            }
            understood.put(inForce.id(), policy);
        });
        return read;
    }
}
