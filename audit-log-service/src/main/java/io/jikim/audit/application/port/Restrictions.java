package io.jikim.audit.application.port;

import java.time.Instant;
import java.util.UUID;

/// The people whose erasure has begun: their access records stay, for inspection only.
public interface Restrictions {

    void restrict(UUID subject, UUID erasure, Instant since);
}
