package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.ErasureId;

/// The identifiers of the case were not deposited yet, or were destroyed with its certificate.
public class IdentifiersGone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean forEver;

    public IdentifiersGone(ErasureId id, boolean forEver) {
        super("no identifiers in case " + id);
        this.forEver = forEver;
    }

    /// Whether asking again is of no use.
    public boolean isForEver() {
        return forEver;
    }
}
