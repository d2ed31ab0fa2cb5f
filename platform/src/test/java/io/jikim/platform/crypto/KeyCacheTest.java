package io.jikim.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.crypto.KeyCache.DataKey;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

    private final Tenant tenant = new Tenant("ompass");
    private final KeyName name = KeyName.open(UUID.randomUUID(), "profile");
    private final DataKey key =
            new DataKey(UUID.randomUUID(), tenant, name, AesGcm.key(AesGcm.random(32)));
    private final AtomicInteger loads = new AtomicInteger();

    private Duration passed = Duration.ZERO;
    private final KeyCache cache = new KeyCache(() -> passed);

    @Test
    void asks_once_a_minute() {
        load();
        passed = passed.plusSeconds(60);
        load();
        assertThat(loads).hasValue(1);

        passed = passed.plusSeconds(1);
        load();
        assertThat(loads).hasValue(2);
    }

    @Test
    void asks_again_after_an_eviction() {
        load();
        cache.evict(tenant, name.subject());
        load();

        assertThat(loads).hasValue(2);
    }

    @Test
    void does_not_keep_a_key_that_was_evicted_while_it_was_read() {
        cache.named(
                tenant,
                name,
                () -> {
                    cache.evict(tenant, name.subject());
                    return key;
                });
        load();

        assertThat(loads).hasValue(1);
    }

    @Test
    void keeps_tenants_apart() {
        load();
        cache.byId(new Tenant("another"), key.id(), this::loaded);

        assertThat(loads).hasValue(2);
    }

    private void load() {
        assertThat(cache.named(tenant, name, this::loaded)).isEqualTo(key);
        assertThat(cache.byId(tenant, key.id(), this::loaded)).isEqualTo(key);
    }

    private DataKey loaded() {
        loads.incrementAndGet();
        return key;
    }
}
