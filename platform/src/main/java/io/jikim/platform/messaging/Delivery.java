package io.jikim.platform.messaging;

import java.util.Map;
import java.util.Set;

/// What became of a batch: the outbox ids that the broker has, and why the first of a stream has
/// not.
record Delivery(Set<Long> arrived, Map<Long, String> failed) {

    Delivery {
        arrived = Set.copyOf(arrived);
        failed = Map.copyOf(failed);
    }

    boolean isComplete() {
        return failed.isEmpty();
    }
}
