package io.jikim.platform.messaging.parked;

import io.jikim.platform.messaging.ParkReason;
import io.jikim.platform.messaging.Position;
import io.jikim.platform.messaging.Stream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event that a consumer keeps aside, without what it says.
record ParkedEvent(
        UUID id,
        String consumer,
        Named event,
        Stream stream,
        Position position,
        Trouble trouble,
        @Nullable Proposal proposal) {

    /// Which event it is.
    record Named(UUID id, String type) {}

    /// Since when and why it waits; `state` is PARKED, or RETRIED or SKIPPED when that is over.
    record Trouble(
            String state, ParkReason reason, int attempts, boolean retryWanted, Instant since) {

        boolean isOver() {
            return !state.equals("PARKED");
        }
    }

    /// Who wants to give it up, and the code of why.
    record Proposal(String by, Instant at, String reason) {}
}
