package io.jikim.contracts;

/// What becomes, or has become, of one category of a person's data in one system.
public enum Disposition {
    /// Destroyed: no law, hold or remaining purpose needs it.
    ERASE,
    /// Moved to the separate archive database because a law requires it, destroyed when the period
    /// ends.
    ARCHIVE,
    /// Stripped of what identifies the person, because the row belongs to somebody else too.
    ANONYMISE,
    /// Left where it is under a law that the speaker itself must obey, restricted to that use.
    RETAIN,
    /// Left untouched because a legal hold names it.
    HOLD,
    /// Left in use: a purpose that was not withdrawn needs it.
    KEEP
}
