package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.ErasureId;

/// The identifiers of the case are not there (yet), or were destroyed with its certificate.
public class IdentifiersGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdentifiersGone(ErasureId id) {
        super("no identifiers in case " + id);
    }
}
