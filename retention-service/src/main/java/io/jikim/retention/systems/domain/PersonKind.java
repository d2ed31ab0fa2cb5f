package io.jikim.retention.systems.domain;

/// The kind of person that a row can be about.
public enum PersonKind {
    ADMINISTRATOR,
    SUB_ADMINISTRATOR,
    USER
}
