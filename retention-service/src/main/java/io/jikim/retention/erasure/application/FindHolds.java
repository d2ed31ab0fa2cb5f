package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Query: legal holds of the tenant.
@ApplicationScoped
public class FindHolds {
    private final Holds holds;

    FindHolds(Holds holds) {
        this.holds = holds;
    }

    /// @throws UnknownHold if the tenant has no such hold
    @Transactional
    public Hold find(HoldId id) {
        return holds.find(id).orElseThrow(() -> new UnknownHold(id));
    }

    @Transactional
    public List<Hold> ofSubject(SubjectId subject) {
        return holds.ofSubject(subject);
    }
}
