package io.jikim.audit.application.port;

import io.jikim.audit.domain.Frontier;

/// The key that signs the log's head.
public interface LogKeys {

    /// The signed note that states this head. @throws RuntimeException if the key cannot be read
    String sign(Frontier head);

    /// The public key, `name+id+key`.
    String verifierKey();
}
