package io.jikim.identity.people.domain;

/// What a person is to the operator; the policy names other items for each.
public enum PersonKind {
    ADMINISTRATOR,
    SUB_ADMINISTRATOR,
    USER
}
