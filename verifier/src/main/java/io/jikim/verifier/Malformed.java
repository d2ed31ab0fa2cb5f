package io.jikim.verifier;

/// The file is no certificate bundle, or a key file no key; there is nothing to check.
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
