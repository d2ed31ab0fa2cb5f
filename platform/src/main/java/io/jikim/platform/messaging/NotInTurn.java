package io.jikim.platform.messaging;

/// Ends the transaction of an event that is to be parked; nothing of it may stay.
class NotInTurn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ParkReason reason;

    NotInTurn(ParkReason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    ParkReason reason() {
        return reason;
    }
}
