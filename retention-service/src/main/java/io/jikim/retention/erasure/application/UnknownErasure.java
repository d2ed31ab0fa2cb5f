package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.ErasureId;

/// The current tenant has no such case.
public class UnknownErasure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownErasure(ErasureId id) {
        super("no case " + id);
    }
}
