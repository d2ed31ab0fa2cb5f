package io.jikim.audit.application.port;

/// The months that the log is stored in, each from a whole tile on.
public interface Months {

    /// Begins a month where the calendar has. False where it has not.
    boolean begin();

    /// Takes the next bounded step towards dropping the oldest month. False where something in it
    /// can still be disclosed, or no month follows it.
    boolean pruneOldest();
}
