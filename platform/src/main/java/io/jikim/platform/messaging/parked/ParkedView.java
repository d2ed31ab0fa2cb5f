package io.jikim.platform.messaging.parked;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A parked event as people see it.
record ParkedView(
        UUID id,
        String consumer,
        String tenant,
        String topic,
        String source,
        String subject,
        UUID eventId,
        String type,
        int epoch,
        long sequence,
        String state,
        String reason,
        int attempts,
        boolean retryWanted,
        Instant since,
        @Nullable String proposedBy,
        @Nullable String skipReason) {

    static ParkedView of(ParkedEvent event) {
        var proposal = event.proposal();
        return new ParkedView(
                event.id(),
                event.consumer(),
                event.stream().tenant(),
                event.stream().topic(),
                event.stream().source(),
                event.stream().subject(),
                event.event().id(),
                event.event().type(),
                event.position().epoch(),
                event.position().sequence(),
                event.trouble().state(),
                event.trouble().reason().name(),
                event.trouble().attempts(),
                event.trouble().retryWanted(),
                event.trouble().since(),
                proposal == null ? null : proposal.by(),
                proposal == null ? null : proposal.reason());
    }
}
