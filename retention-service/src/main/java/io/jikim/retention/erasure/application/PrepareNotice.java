package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Use case: whom a verified case tells its result.
@ApplicationScoped
public class PrepareNotice {
    /// A verified case and its person.
    ///
    /// @param overdue whether somebody has been told that the case is late
    public record Due(Erasure.Verified erasure, Identifiers person, boolean overdue) {}

    private final Erasures erasures;
    private final SealedIdentifiers identifiers;

    PrepareNotice(Erasures erasures, SealedIdentifiers identifiers) {
        this.erasures = erasures;
        this.identifiers = identifiers;
    }

    /// Empty if the case does not wait for it.
    @Transactional
    public Optional<Due> prepare(ErasureId id) {
        return erasures.find(id).orElse(null) instanceof Erasure.Verified verified
                ? identifiers
                        .read(verified.opening(), OwnAccess.to("erasure.inform"))
                        .map(person -> new Due(verified, person, erasures.isOverdue(id)))
                : Optional.empty();
    }
}
