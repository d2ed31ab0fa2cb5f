package io.jikim.retention.erasure.domain;

/// What became of data at a participant.
public enum Outcome {
    /// Destroyed, and looked for afterwards.
    ERASED,
    /// What pointed at the person was removed; the rest of the row belongs to somebody else.
    ANONYMISED,
    /// Moved to the separate archive, verified there, and destroyed here.
    ARCHIVED,
    /// Kept by the participant on a legal basis of its own.
    RETAINED,
    /// Left untouched under a legal hold.
    HELD,
    /// Left in use because a purpose that remains needs it.
    KEPT;

    /// Whether records are gone from where they were.
    public boolean isDestruction() {
        return this == ERASED || this == ANONYMISED || this == ARCHIVED;
    }
}
