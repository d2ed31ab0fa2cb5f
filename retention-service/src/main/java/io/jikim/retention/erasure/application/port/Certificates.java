package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Stamp;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The certificates issued, every revision of them.
public interface Certificates {
    /// A revision and the id of the event that announced it, under which the audit log has it.
    record Issued(int revision, Stamp stamp, UUID event) {}

    void issue(ErasureFact.Certified fact, Stamp stamp);

    /// @param revision null for the newest
    Optional<Issued> find(ErasureId id, @Nullable Integer revision);
}
