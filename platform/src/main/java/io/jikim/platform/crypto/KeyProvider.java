package io.jikim.platform.crypto;

/// Holds the keys that never leave it: those that wrap data keys, and the index key.
///
/// A key-encrypting key has a name (`live`, `archive`, `bus`) and epochs: when an epoch is
/// destroyed, no copy of what it wrapped can be opened, wherever it was backed up.
public interface KeyProvider {

    /// The epoch that new keys are wrapped in, from 1.
    int epoch(String kek);

    /// `bound` must be given again to unwrap.
    byte[] wrap(String kek, int epoch, byte[] plain, byte[] bound);

    /// @throws SealBroken if it was wrapped under another key, or bound to something else
    /// @throws KeyDestroyed if the epoch is gone
    byte[] unwrap(String kek, int epoch, byte[] wrapped, byte[] bound);

    /// HMAC-SHA-256 under the index key, 32 bytes.
    byte[] mac(byte[] data);
}
