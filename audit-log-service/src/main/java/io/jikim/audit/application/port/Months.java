package io.jikim.audit.application.port;

/// The parts in which the log is stored, each begun with a month.
public interface Months {

    /// Begins a part where a new month has begun. False where none has.
    boolean begin();

    /// Takes the next bounded step towards dropping the oldest part. False where something in it
    /// can still be disclosed, or no part follows it.
    boolean pruneOldest();
}
