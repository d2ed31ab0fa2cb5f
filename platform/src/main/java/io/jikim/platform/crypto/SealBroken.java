package io.jikim.platform.crypto;

/// A sealed value does not open: it was changed, or moved from the place it was sealed for.
public class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealBroken(String message) {
        super(message);
    }
}
