package io.jikim.platform.crypto;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.crypto.KeyCache.DataKey;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/// Data keys that stand, wrapped, in the key database.
@ApplicationScoped
class DatabaseKeys implements SubjectKeys {

    private final KeyRows rows;
    private final KeyCache cache;
    private final KeyProvider provider;
    private final CurrentTenant tenant;
    private final Ids ids;
    private final InstantSource clock;

    DatabaseKeys(
            KeyRows rows,
            KeyCache cache,
            KeyProvider provider,
            CurrentTenant tenant,
            Ids ids,
            InstantSource clock) {
        this.rows = rows;
        this.cache = cache;
        this.provider = provider;
        this.tenant = tenant;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public byte[] seal(KeyName name, Place place, byte[] plain) {
        Tenant here = tenant.get();
        DataKey key = cache.named(here, name, () -> livingOrNew(here, name));
        return SealedValue.seal(key.id(), key.secret(), plain, Bound.value(here, name, place));
    }

    @Override
    public byte[] open(KeyName name, Place place, byte[] sealed) {
        Tenant here = tenant.get();
        UUID id = SealedValue.keyId(sealed);
        DataKey key = cache.byId(here, id, () -> known(here, name, id));
        if (!key.name().equals(name)) {
            throw new SealBroken("A sealed value does not open here");
        }
        return SealedValue.open(key.secret(), sealed, Bound.value(here, name, place));
    }

    @Override
    public void suspend(UUID subject, UUID caseId) {
        rows.suspend(tenant.get(), subject, caseId, clock.instant());
        evict(subject);
    }

    @Override
    public void resume(UUID subject) {
        rows.resume(tenant.get(), subject);
    }

    @Override
    public List<DestroyedKey> destroy(UUID subject, Collection<String> classes, UUID caseId) {
        var gone = rows.destroy(tenant.get(), subject, classes, caseId, clock.instant());
        evict(subject);
        return gone;
    }

    @Override
    public DestroyedKey destroy(KeyName name, UUID caseId) {
        var gone = rows.destroy(tenant.get(), name, caseId, clock.instant());
        evict(name.subject());
        return gone.orElseThrow(() -> new NoSuchElementException("There was no such key"));
    }

    @Override
    public void evict(UUID subject) {
        cache.evict(tenant.get(), subject);
    }

    private DataKey livingOrNew(Tenant here, KeyName name) {
        var living = rows.living(here, name);
        if (living.isPresent()) {
            return unwrapped(here, living.get());
        }
        UUID id = ids.next();
        rows.create(
                here, NewKey.make(id, name, provider, Bound.key(here, name, id)), clock.instant());
        // another node may have been first: what stands in the database is the key
        KeyRow stored =
                rows.living(here, name)
                        .orElseThrow(() -> new KeyDestroyed("The key was destroyed at once"));
        return unwrapped(here, stored);
    }

    /// An unknown key id says that the value was sealed elsewhere, not that a key was destroyed.
    private DataKey known(Tenant here, KeyName name, UUID id) {
        KeyRow row =
                rows.byId(here, id)
                        .filter(found -> found.name.equals(name))
                        .orElseThrow(() -> new SealBroken("A sealed value does not open here"));
        return unwrapped(here, row);
    }

    private DataKey unwrapped(Tenant here, KeyRow row) {
        byte[] dek =
                provider.unwrap(
                        row.name.kek(), row.epoch, row.usable(), Bound.key(here, row.name, row.id));
        return new DataKey(row.id, here, row.name, AesGcm.key(dek));
    }
}
