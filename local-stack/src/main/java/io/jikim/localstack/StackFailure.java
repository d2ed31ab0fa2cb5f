package io.jikim.localstack;

/// The stack cannot run, for a reason that its message tells to the person who started it.
final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StackFailure(String message) {
        super(message);
    }

    StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
