package io.jikim.consent.policy.domain;

/// The kinds of person a policy speaks about.
public enum PersonKind {
    ADMINISTRATOR,
    SUB_ADMINISTRATOR,
    USER
}
