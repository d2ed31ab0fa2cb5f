package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Certificates;
import io.jikim.retention.erasure.application.port.Certificates.Issued;
import io.jikim.retention.erasure.application.port.LogProofs;
import io.jikim.retention.erasure.domain.ErasureId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Query: a certificate with the proof that the audit log has it.
@ApplicationScoped
public class FetchCertificate {
    /// @param log JSON of the audit log's proof; empty while the event has no place in it
    public record Bundle(Issued issued, Optional<String> log) {}

    private final Certificates certificates;
    private final LogProofs log;

    FetchCertificate(Certificates certificates, LogProofs log) {
        this.certificates = certificates;
        this.log = log;
    }

    /// Outside of a transaction: the log is asked over the network.
    ///
    /// @param revision null for the newest
    public Optional<Bundle> fetch(ErasureId id, @Nullable Integer revision) {
        return certificates
                .find(id, revision)
                .map(issued -> new Bundle(issued, log.find(issued.event())));
    }
}
