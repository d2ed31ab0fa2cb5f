package io.jikim.platform.messaging;

/// An effect cannot be had now but will be later: the inbox tries again, in order, for as long as
/// it takes, and everything behind on the partition waits.
public class RetryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RetryLater(String message) {
        super(message);
    }

    public RetryLater(String message, Throwable cause) {
        super(message, cause);
    }
}
