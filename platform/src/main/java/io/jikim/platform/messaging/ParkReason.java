package io.jikim.platform.messaging;

/// Why an event is kept aside.
enum ParkReason {
    /// An earlier event of its stream has not arrived.
    GAP,
    /// It cannot be read, or its effect fails every time.
    POISON,
    /// An earlier event of its stream is parked.
    BEHIND
}
