package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.platform.crypto.DestroyedKey;
import io.jikim.platform.crypto.KeyDestroyed;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SubjectKeys;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Keys that come and go as the real ones do; what they seal is hidden only from a search by value.
public final class MemoryKeys implements SubjectKeys {
    private final Map<KeyName, UUID> living = new HashMap<>();
    public final Set<KeyName> destroyed = new HashSet<>();
    Runnable beforeDestruction = () -> {};

    @Override
    public synchronized byte[] seal(KeyName name, Place place, byte[] plain) {
        var key = living.computeIfAbsent(name, _ -> UUID.randomUUID());
        return ByteBuffer.allocate(16 + plain.length)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .put(turned(plain))
                .array();
    }

    @Override
    public synchronized byte[] open(KeyName name, Place place, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        if (!new UUID(buffer.getLong(), buffer.getLong()).equals(living.get(name))) {
            throw new KeyDestroyed("gone");
        }
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return turned(rest);
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] ^= 0x55;
        }
        return turned;
    }

    @Override
    public DestroyedKey destroy(KeyName name, UUID caseId) {
        beforeDestruction.run();
        return gone(name);
    }

    private synchronized DestroyedKey gone(KeyName name) {
        var key = living.remove(name);
        destroyed.add(name);
        return new DestroyedKey(
                key == null ? new UUID(0, 0) : key, "c0ffee".repeat(10) + "abcd", Instant.now());
    }

    @Override
    public List<DestroyedKey> destroy(UUID subject, Collection<String> classes, UUID caseId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void suspend(UUID subject, UUID caseId) {}

    @Override
    public void resume(UUID subject) {}

    @Override
    public void evict(UUID subject) {}
}
