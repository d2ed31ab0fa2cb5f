package io.jikim.consent.consents.application;

import io.jikim.consent.consents.domain.SubjectRef;

/// This tenant has no such person, or nothing may be read of them any more.
public class UnknownSubject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownSubject(SubjectRef subject) {
        super("no person " + subject.value());
    }
}
