package io.jikim.audit.application;

import io.jikim.audit.application.port.Restrictions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/// Use case: a person's erasure has begun; her access records are flagged and stay.
@ApplicationScoped
public class RestrictSubject {
    private final Restrictions restrictions;

    RestrictSubject(Restrictions restrictions) {
        this.restrictions = restrictions;
    }

    @Transactional
    public void restrict(UUID subject, UUID erasure, Instant since) {
        restrictions.restrict(subject, erasure, since);
    }
}
