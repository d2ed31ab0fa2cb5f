package io.jikim.platform.messaging;

import java.util.Map;

/// The shards that a relay may publish, each with its fence, until a moment of `System.nanoTime`.
record Lease(Map<Short, Long> fences, long until) {

    static final Lease NONE = new Lease(Map.of(), 0);

    Lease {
        fences = Map.copyOf(fences);
    }

    boolean isHeld() {
        return !fences.isEmpty() && System.nanoTime() - until < 0;
    }

    Object[] shards() {
        return fences.keySet().toArray();
    }

    /// In the order of `shards`.
    Object[] fenceNumbers() {
        return fences.values().toArray();
    }
}
