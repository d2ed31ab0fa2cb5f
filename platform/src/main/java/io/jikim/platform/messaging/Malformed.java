package io.jikim.platform.messaging;

/// An event of a known type whose data is not what its contract says. Never quotes the data.
public class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
