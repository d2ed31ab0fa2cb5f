package io.jikim.consent.rights.application;

import io.jikim.consent.rights.domain.Requester;

/// This tenant has no such person, or no more.
public class UnknownRequester extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownRequester(Requester requester) {
        super("no person " + requester.subjectRef());
    }
}
