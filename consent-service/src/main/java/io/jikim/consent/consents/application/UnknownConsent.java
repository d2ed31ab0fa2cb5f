package io.jikim.consent.consents.application;

import io.jikim.consent.consents.domain.ConsentId;

/// This tenant has no such entry in its consent histories.
public class UnknownConsent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownConsent(ConsentId id) {
        super("no consent " + id.value());
    }
}
