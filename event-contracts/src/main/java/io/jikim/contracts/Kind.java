package io.jikim.contracts;

/// The kind of person a data subject is to the operator; the policy names other items for each.
public enum Kind {
    ADMINISTRATOR,
    SUB_ADMINISTRATOR,
    USER
}
