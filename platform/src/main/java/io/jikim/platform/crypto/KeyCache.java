package io.jikim.platform.crypto;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.time.SteadyTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Opened data keys, for at most a minute: so long another node may still open what this one froze.
@ApplicationScoped
class KeyCache {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int ROOM = 10_000;

    private final Map<Slot, Entry> byName = new ConcurrentHashMap<>();
    private final Map<UUID, Entry> byId = new ConcurrentHashMap<>();
    private final AtomicLong evictions = new AtomicLong();
    private final SteadyTime time;

    KeyCache(SteadyTime time) {
        this.time = time;
    }

    DataKey named(Tenant tenant, KeyName name, Supplier<DataKey> load) {
        return fresh(byName.get(new Slot(tenant, name))).orElseGet(() -> keep(tenant, load));
    }

    DataKey byId(Tenant tenant, UUID id, Supplier<DataKey> load) {
        return fresh(byId.get(id))
                .filter(key -> key.tenant().equals(tenant))
                .orElseGet(() -> keep(tenant, load));
    }

    void evict(Tenant tenant, UUID subject) {
        evictions.incrementAndGet();
        byName.keySet()
                .removeIf(
                        slot -> slot.tenant.equals(tenant) && slot.name.subject().equals(subject));
        byId.values().removeIf(entry -> entry.key.name().subject().equals(subject));
    }

    private Optional<DataKey> fresh(@Nullable Entry entry) {
        return entry == null || entry.until.compareTo(time.passed()) < 0
                ? Optional.empty()
                : Optional.of(entry.key);
    }

    private DataKey keep(Tenant tenant, Supplier<DataKey> load) {
        long before = evictions.get();
        Duration until = time.passed().plus(LIFE);
        DataKey key = load.get();
        if (byId.size() >= ROOM) {
            byName.clear();
            byId.clear();
        }
        var entry = new Entry(key, until);
        byName.put(new Slot(tenant, key.name()), entry);
        byId.put(key.id(), entry);
        // a key that was read before an eviction and stored after it must not outlive it
        if (evictions.get() != before) {
            byName.remove(new Slot(tenant, key.name()));
            byId.remove(key.id());
        }
        return key;
    }

    /// A data key in the clear.
    record DataKey(UUID id, Tenant tenant, KeyName name, SecretKey secret) {}

    private record Slot(Tenant tenant, KeyName name) {}

    private record Entry(DataKey key, Duration until) {}
}
