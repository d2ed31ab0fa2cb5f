package io.jikim.consent.policy.application;

import io.jikim.consent.policy.application.port.Policies;
import io.jikim.consent.policy.application.port.PolicyTexts;
import io.jikim.consent.policy.application.port.PolicyTexts.Reading;
import io.jikim.consent.policy.domain.PolicyError;
import io.jikim.consent.policy.domain.PolicyId;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: an operator hands in a policy; it becomes a draft, or every error is told and nothing
/// is stored.
@ApplicationScoped
public class ImportPolicy {

    private final Policies policies;
    private final PolicyTexts texts;
    private final InstantSource clock;
    private final Ids ids;

    public ImportPolicy(Policies policies, PolicyTexts texts, InstantSource clock, Ids ids) {
        this.policies = policies;
        this.texts = texts;
        this.clock = clock;
        this.ids = ids;
    }

    /// What handing in a policy leads to.
    public sealed interface Import {

        /// It is stored under the next number.
        record Drafted(PolicyVersion draft) implements Import {}

        /// It has these errors.
        record Rejected(List<PolicyError> errors) implements Import {

            public Rejected {
                errors = List.copyOf(errors);
            }
        }
    }

    @Transactional
    public Import read(String yaml) {
        return switch (texts.read(yaml)) {
            case Reading.Rejected(var errors) -> new Import.Rejected(errors);
            case Reading.Accepted(var document) -> {
                var draft =
                        new PolicyVersion(
                                new PolicyId(ids.next()),
                                policies.nextNumber(),
                                document,
                                new PolicyVersion.State.Draft(clock.instant()));
                policies.add(draft);
                yield new Import.Drafted(draft);
            }
        };
    }
}
