package io.jikim.consent.policy.application;

import io.jikim.consent.policy.application.port.Policies;
import io.jikim.consent.policy.application.port.Policies.InForce;
import io.jikim.consent.policy.application.port.PolicyTexts;
import io.jikim.consent.policy.domain.PolicyVersion.Publication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Use case: a version comes into force, and every service is told its terms.
@ApplicationScoped
public class PublishPolicy {

    private final Policies policies;
    private final PolicyTexts texts;
    private final InstantSource clock;

    public PublishPolicy(Policies policies, PolicyTexts texts, InstantSource clock) {
        this.policies = policies;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public Publication publish(int number) {
        policies.nextNumber();
        var version = policies.numbered(number).orElseThrow(UnknownPolicy::new);
        int inForce = policies.inForce().map(InForce::number).orElse(0);
        var publication = version.publish(inForce, clock.instant());
        if (publication instanceof Publication.Done(var published)) {
            policies.publish(published, texts.terms(published.document()));
        }
        return publication;
    }
}
