package io.jikim.retention.erasure.application;

import io.jikim.platform.access.Access;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: a participant learns which of its people a case is about, and leaves an access record.
@ApplicationScoped
public class ReadIdentifiers {
    private final Erasures erasures;
    private final SealedIdentifiers identifiers;
    private final Participants participants;

    ReadIdentifiers(Erasures erasures, SealedIdentifiers identifiers, Participants participants) {
        this.erasures = erasures;
        this.participants = participants;
        this.identifiers = identifiers;
    }

    /// A participant that was retired since still reads what it is to erase.
    ///
    /// @throws UnknownErasure if the tenant has no such case, or the caller has no part in it
    /// @throws IdentifiersGone before the deposit and after the certificate
    @Transactional
    public Identifiers read(ErasureId id, Access access) {
        var erasure =
                erasures.find(id)
                        .filter(found -> takesPart(found, access.actor().id()))
                        .orElseThrow(() -> new UnknownErasure(id));
        return identifiers
                .read(erasure.opening(), access)
                .orElseThrow(() -> new IdentifiersGone(id, erasure instanceof Erasure.Certified));
    }

    private boolean takesPart(Erasure erasure, String client) {
        return erasure.parts().all().stream()
                .map(Part::participant)
                .anyMatch(name -> participants.client(name).orElse(name.code()).equals(client));
    }
}
