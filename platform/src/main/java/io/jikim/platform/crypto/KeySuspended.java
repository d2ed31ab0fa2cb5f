package io.jikim.platform.crypto;

import org.jspecify.annotations.Nullable;

/// The key is withheld while an erasure decides over its subject.
public class KeySuspended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeySuspended(String message) {
        this(message, null);
    }

    public KeySuspended(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
