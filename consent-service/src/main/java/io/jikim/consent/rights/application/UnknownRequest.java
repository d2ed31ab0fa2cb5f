package io.jikim.consent.rights.application;

import io.jikim.consent.rights.domain.RequestId;

/// This tenant has no such rights request.
public class UnknownRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownRequest(RequestId id) {
        super("no rights request " + id.value());
    }
}
