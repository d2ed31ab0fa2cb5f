package io.jikim.platform.messaging;

/// An event is larger than the broker's way has room for (64 KiB of JSON); nothing is stored.
public class EventTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int LIMIT = 65_536;

    EventTooLarge(String type, int bytes) {
        super(type + " has " + bytes + " bytes, the limit is " + LIMIT);
    }
}
