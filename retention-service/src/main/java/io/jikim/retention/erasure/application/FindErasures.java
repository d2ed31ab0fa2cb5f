package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Query: cases of the tenant.
@ApplicationScoped
public class FindErasures {
    private final Erasures erasures;

    FindErasures(Erasures erasures) {
        this.erasures = erasures;
    }

    /// @throws UnknownErasure if the tenant has no such case
    @Transactional
    public Erasure find(ErasureId id) {
        return erasures.find(id).orElseThrow(() -> new UnknownErasure(id));
    }

    /// Newest first, those opened before the case `before`.
    @Transactional
    public List<Erasure> list(@Nullable SubjectId subject, @Nullable ErasureId before, int limit) {
        return erasures.list(subject, before, limit);
    }
}
