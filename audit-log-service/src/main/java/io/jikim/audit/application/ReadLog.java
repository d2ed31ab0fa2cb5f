package io.jikim.audit.application;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Checkpoints.SignedHead;
import io.jikim.audit.application.port.Leaves;
import io.jikim.audit.application.port.LogKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Query: the log's newest checkpoint, where it begins and its key, which anyone may see.
@ApplicationScoped
public class ReadLog {
    private final Checkpoints checkpoints;
    private final LogKeys keys;
    private final Leaves leaves;

    ReadLog(Checkpoints checkpoints, LogKeys keys, Leaves leaves) {
        this.leaves = leaves;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    @Transactional
    public Optional<SignedHead> checkpoint() {
        return checkpoints.latest();
    }

    /// C2SP tlog-tiles, "minimum index".
    @Transactional
    public long minimumIndex() {
        return leaves.minimumIndex();
    }

    public String verifierKey() {
        return keys.verifierKey();
    }
}
