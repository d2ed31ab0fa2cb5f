package io.jikim.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// A data key that has just been made, as it will be stored: wrapped, with its evidence.
final class NewKey {

    private static final byte[] CANARY = "canary".getBytes(StandardCharsets.US_ASCII);

    private final UUID id;
    private final KeyName name;
    private final int epoch;
    private final byte[] wrapped;
    private final byte[] canary;

    private NewKey(UUID id, KeyName name, int epoch, byte[] wrapped, byte[] canary) {
        this.id = id;
        this.name = name;
        this.epoch = epoch;
        this.wrapped = wrapped;
        this.canary = canary;
    }

    static NewKey make(UUID id, KeyName name, KeyProvider keys, byte[] bound) {
        byte[] dek = AesGcm.random(AesGcm.KEY);
        int epoch = keys.epoch(name.kek());
        byte[] wrapped = keys.wrap(name.kek(), epoch, dek, bound);
        return new NewKey(id, name, epoch, wrapped, AesGcm.seal(AesGcm.key(dek), CANARY, bound));
    }

    UUID id() {
        return id;
    }

    KeyName name() {
        return name;
    }

    int epoch() {
        return epoch;
    }

    byte[] wrapped() {
        return wrapped;
    }

    byte[] canary() {
        return canary;
    }

    byte[] commitment() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(wrapped);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
