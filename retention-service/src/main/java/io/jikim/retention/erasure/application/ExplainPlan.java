package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.Course;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Plan;
import io.jikim.retention.erasure.domain.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Query: "partly not, and this is why".
@ApplicationScoped
public class ExplainPlan {
    /// A plan, whether it is decided already, and what has come of it so far.
    public record Explanation(Plan plan, boolean decided, Result soFar) {}

    /// No policy of the tenant has been published, so nobody can say.
    public static class NoPolicy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Erasures erasures;
    private final Policies policies;
    private final DrawPlan draw;
    private final Holds holds;

    ExplainPlan(Erasures erasures, Policies policies, DrawPlan draw, Holds holds) {
        this.erasures = erasures;
        this.policies = policies;
        this.draw = draw;
        this.holds = holds;
    }

    /// Before the plan is decided: what it would be at this moment.
    ///
    /// @throws UnknownErasure if the tenant has no such case
    @Transactional
    public Explanation explain(ErasureId id) {
        var erasure = erasures.find(id).orElseThrow(() -> new UnknownErasure(id));
        return switch (erasure) {
            case Erasure.Opened _, Erasure.Frozen _ -> preview(erasure);
            case Erasure.Planned e -> decided(e, e.course());
            case Erasure.Ordered e -> decided(e, e.course());
            case Erasure.Verified e -> decided(e, e.course());
            case Erasure.Informed e -> decided(e, e.course());
            case Erasure.Certified e -> decided(e, e.course());
        };
    }

    private static Explanation decided(Erasure erasure, Course course) {
        return new Explanation(
                course.plan(), true, Result.of(erasure.parts(), course.plan(), course.expiries()));
    }

    private Explanation preview(Erasure erasure) {
        var opening = erasure.opening();
        var plan =
                policies.current()
                        .map(rules -> draw.of(rules, erasure, holds.active(opening.subject())))
                        .orElseThrow(NoPolicy::new);
        return new Explanation(plan, false, Result.of(erasure.parts(), plan, List.of()));
    }
}
