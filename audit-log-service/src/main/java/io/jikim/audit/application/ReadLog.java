package io.jikim.audit.application;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Checkpoints.SignedHead;
import io.jikim.audit.application.port.LogKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Query: the log's newest checkpoint and its key, which anyone may see.
@ApplicationScoped
public class ReadLog {
    private final Checkpoints checkpoints;
    private final LogKeys keys;

    ReadLog(Checkpoints checkpoints, LogKeys keys) {
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    @Transactional
    public Optional<SignedHead> checkpoint() {
        return checkpoints.latest();
    }

    public String verifierKey() {
        return keys.verifierKey();
    }
}
