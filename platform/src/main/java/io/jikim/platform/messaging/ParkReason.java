package io.jikim.platform.messaging;

/// Why an event is kept aside.
public enum ParkReason {
    /// An earlier event of its stream has not arrived.
    GAP,
    /// And its speaker does not have it any more.
    GAP_UNRECOVERABLE,
    /// It cannot be read, or its effect fails every time.
    POISON,
    /// An earlier event of its stream is parked.
    BEHIND
}
