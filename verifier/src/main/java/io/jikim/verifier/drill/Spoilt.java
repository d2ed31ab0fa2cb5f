package io.jikim.verifier.drill;

/// Three files of which one or more are not as they were.
final class Spoilt {
    private final String how;
    private final byte[] bundle;
    private final byte[] key;
    private final byte[] logKey;

    /// @param how the change in a few words
    Spoilt(String how, byte[] bundle, byte[] key, byte[] logKey) {
        this.how = how;
        this.bundle = bundle.clone();
        this.key = key.clone();
        this.logKey = logKey.clone();
    }

    String how() {
        return how;
    }

    byte[] bundle() {
        return bundle.clone();
    }

    byte[] key() {
        return key.clone();
    }

    byte[] logKey() {
        return logKey.clone();
    }
}
