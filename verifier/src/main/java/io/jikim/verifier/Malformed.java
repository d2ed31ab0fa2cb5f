package io.jikim.verifier;

/// Something cannot be read or is not what it should be (a bundle, a key, a checkpoint, an answer
/// of a server): there is nothing to check, and nothing is said of the rest.
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
