package io.jikim.platform.messaging;

import java.util.List;
import java.util.Map;

/// What became of a batch: the outbox ids that the broker has, and why the first of a stream has
/// not.
record Delivery(List<Long> arrived, Map<Long, String> failed) {

    Delivery {
        arrived = List.copyOf(arrived);
        failed = Map.copyOf(failed);
    }

    boolean isComplete() {
        return failed.isEmpty();
    }
}
