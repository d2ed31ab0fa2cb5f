package io.jikim.consent.consents.domain;

/// What a person is to the operator; the policy asks each kind for other things.
public enum PersonKind {
    ADMINISTRATOR,
    SUB_ADMINISTRATOR,
    USER
}
