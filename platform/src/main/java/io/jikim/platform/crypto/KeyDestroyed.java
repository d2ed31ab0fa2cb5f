package io.jikim.platform.crypto;

import org.jspecify.annotations.Nullable;

/// The key is gone for ever, and with it what it sealed.
public class KeyDestroyed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyDestroyed(String message) {
        this(message, null);
    }

    public KeyDestroyed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
