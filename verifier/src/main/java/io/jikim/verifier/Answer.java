package io.jikim.verifier;

/// What a witness says to a checkpoint; the statuses are those of C2SP tlog-witness.
sealed interface Answer {

    /// It is the newest now, and that is on the disk.
    record Cosigned(String lines) implements Answer {}

    /// The old size is not that of the newest head cosigned here, which is this one.
    record Conflict(long size) implements Answer {}

    /// 400 what cannot be, 403 not signed by the log, 404 a log unknown here, 422 not a
    /// continuation.
    record Refused(int status, String why) implements Answer {}
}
