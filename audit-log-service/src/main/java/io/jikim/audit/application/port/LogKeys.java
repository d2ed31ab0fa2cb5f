package io.jikim.audit.application.port;

import io.jikim.audit.domain.Checkpoint;
import io.jikim.audit.domain.Frontier;
import java.util.Optional;

/// The key that signs the log's head.
public interface LogKeys {

    /// The signed note that states this head. @throws RuntimeException if the key cannot be read
    String sign(Frontier head);

    /// The head that a note states, if this key has signed it under this log's name.
    Optional<Checkpoint> opened(String note);

    /// The public key, `name+id+key`.
    String verifierKey();
}
