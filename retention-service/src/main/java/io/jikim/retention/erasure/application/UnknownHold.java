package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.HoldId;

/// The current tenant has no such hold.
public class UnknownHold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownHold(HoldId id) {
        super("no hold " + id);
    }
}
