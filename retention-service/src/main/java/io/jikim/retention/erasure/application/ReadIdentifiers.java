package io.jikim.retention.erasure.application;

import io.jikim.platform.access.Access;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: a participant learns which of its people a case is about, and leaves an access record.
@ApplicationScoped
public class ReadIdentifiers {
    private final Erasures erasures;
    private final SealedIdentifiers identifiers;

    ReadIdentifiers(Erasures erasures, SealedIdentifiers identifiers) {
        this.erasures = erasures;
        this.identifiers = identifiers;
    }

    /// @throws UnknownErasure if the tenant has no such case
    /// @throws IdentifiersGone before the deposit and after the certificate
    @Transactional
    public Identifiers read(ErasureId id, Access access) {
        var erasure = erasures.find(id).orElseThrow(() -> new UnknownErasure(id));
        return identifiers
                .read(erasure.opening(), access)
                .orElseThrow(() -> new IdentifiersGone(id, erasure instanceof Erasure.Certified));
    }
}
