package io.jikim.identity.people.domain;

/// What becomes of an item.
public enum Fate {
    ERASE,
    ARCHIVE,
    RETAIN,
    HOLD,
    KEEP
}
