package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Part;
import io.jikim.retention.erasure.domain.Plan;
import io.jikim.retention.erasure.domain.PolicyRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/// What the rules and the participants of a case make its plan.
@ApplicationScoped
class DrawPlan {
    private final Participants participants;

    DrawPlan(Participants participants) {
        this.participants = participants;
    }

    /// A policy may have dropped a category that a participant still holds, and a membership that
    /// ends leaves nothing behind.
    Plan of(PolicyRules rules, Erasure erasure, Map<Category, HoldId> held) {
        var registered =
                erasure.parts().all().stream()
                        .map(Part::participant)
                        .flatMap(name -> participants.find(name).stream())
                        .flatMap(participant -> participant.categories().stream())
                        .collect(Collectors.toUnmodifiableSet());
        return Plan.of(rules, erasure.opening().scope(), registered, held);
    }
}
