package io.jikim.audit.application.port;

/// The months that the log is stored in, each from a whole tile on; one of very many entries in
/// several parts.
public interface Months {

    /// Takes the next step towards a new part where the calendar has begun a month, or the newest
    /// has become very large. False where neither is so.
    boolean begin();

    /// Takes the next bounded step towards dropping the oldest month. False where something in it
    /// can still be disclosed, or no month follows it.
    boolean pruneOldest();
}
