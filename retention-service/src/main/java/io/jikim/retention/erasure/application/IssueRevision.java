package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.CertificateSigner;
import io.jikim.retention.erasure.application.port.Certificates;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Certificate;
import io.jikim.retention.erasure.domain.Destruction;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Use case: the next revision of a certificate is signed, kept and announced.
@ApplicationScoped
public class IssueRevision {
    private final Erasures erasures;
    private final Certificates certificates;
    private final CertificateSigner signer;
    private final SealedIdentifiers identifiers;
    private final InstantSource clock;

    IssueRevision(
            Erasures erasures,
            Certificates certificates,
            CertificateSigner signer,
            SealedIdentifiers identifiers,
            InstantSource clock) {
        this.erasures = erasures;
        this.certificates = certificates;
        this.signer = signer;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// The identifiers go with the certificate, unless something held still needs them. Their key
    /// is destroyed first: a certificate over a key that lives would be a lie, the other way round
    /// is only repeated.
    @Transactional(Transactional.TxType.MANDATORY)
    public void issue(Erasure.Certified certified) {
        var now = clock.instant();
        var previous =
                certificates
                        .find(certified.id(), null)
                        .map(issued -> issued.stamp().digest())
                        .orElse(null);
        var certificate = new Certificate(certified, previous, destroyIdentifiers(certified), now);
        var stamp = signer.sign(certificate);
        erasures.save(certified, List.of(), null);
        certificates.issue(
                new ErasureFact.Certified(
                        certified.opening(),
                        certificate.revision(),
                        certificate.level(),
                        stamp.digest(),
                        now),
                stamp);
    }

    private @Nullable Destruction destroyIdentifiers(Erasure.Certified certified) {
        if (!certified.held().isEmpty()) {
            return null;
        }
        var destroyed = identifiers.destroyKey(certified.opening());
        identifiers.forget(certified.id());
        return destroyed;
    }
}
