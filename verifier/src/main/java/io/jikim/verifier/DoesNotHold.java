package io.jikim.verifier;

/// The log is not what its owner signed, or not what was signed before; the message names the first
/// place.
final class DoesNotHold extends Exception {
    private static final long serialVersionUID = 1L;

    DoesNotHold(String message) {
        super(message);
    }
}
