package io.jikim.platform.crypto;

import org.jspecify.annotations.Nullable;

/// The key database cannot be asked, so nothing is opened and nothing is sealed.
public class KeyUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyUnavailable(String message) {
        this(message, null);
    }

    public KeyUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
