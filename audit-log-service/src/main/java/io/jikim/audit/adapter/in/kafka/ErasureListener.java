package io.jikim.audit.adapter.in.kafka;

import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.participant.Participation;
import io.jikim.platform.messaging.Inbox;
import io.jikim.platform.messaging.Received;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears of erasure cases and answers for the access records.
@ApplicationScoped
class ErasureListener {
    private static final String CONSUMER = "audit-log-service";

    private final Inbox inbox;
    private final Participation participation;

    ErasureListener(Inbox inbox, Participation participation) {
        this.inbox = inbox;
        this.participation = participation;
    }

    @Incoming("retention")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> received) {
        inbox.receive(CONSUMER, received, this::apply);
    }

    private void apply(Received received) {
        switch (received.event()) {
            case ErasureOpened opened -> participation.on(opened);
            case ErasureOrdered ordered -> participation.on(ordered);
            default -> {
                // the other facts of retention concern the log only as entries
            }
        }
    }
}
