package io.jikim.retention.erasure.application;

import io.jikim.platform.access.Access;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Destruction;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.Opening;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class InMemoryIdentifiers implements SealedIdentifiers {
    private final InstantSource clock;
    private final Map<ErasureId, Identifiers> sealed = new HashMap<>();
    private final Map<ErasureId, Destruction> destroyed = new HashMap<>();
    private final List<Access> accesses = new ArrayList<>();

    InMemoryIdentifiers(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean deposit(Opening opening, Identifiers identifiers) {
        return sealed.putIfAbsent(opening.id(), identifiers) == null;
    }

    @Override
    public boolean isDeposited(ErasureId id) {
        return sealed.containsKey(id);
    }

    @Override
    public Optional<Identifiers> read(Opening opening, Access access) {
        accesses.add(access);
        return Optional.ofNullable(sealed.get(opening.id()))
                .map(known -> destroyed.containsKey(opening.id()) ? Identifiers.NONE : known);
    }

    @Override
    public Destruction destroyKey(Opening opening) {
        return destroyed.computeIfAbsent(
                opening.id(), id -> new Destruction("key-" + id, "c0ffee", clock.instant()));
    }

    @Override
    public void forget(ErasureId id) {
        sealed.remove(id);
    }

    /// Brings back what is stored now, keys as well.
    Runnable copy() {
        var deposits = new HashMap<>(sealed);
        var ended = new HashMap<>(destroyed);
        return () -> {
            sealed.clear();
            sealed.putAll(deposits);
            destroyed.clear();
            destroyed.putAll(ended);
        };
    }

    List<Access> accesses() {
        return accesses;
    }
}
