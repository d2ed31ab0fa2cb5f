package io.jikim.consent.consents.adapter.in.kafka;

import io.jikim.consent.consents.application.FreezeSubject;
import io.jikim.consent.consents.application.KeepOrder;
import io.jikim.contracts.ErasureCertified;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.contracts.Event;
import io.jikim.participant.Participation;
import io.jikim.platform.messaging.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Erasure cases: freeze at once, carry orders out apart from here.
@ApplicationScoped
class RetentionListener {

    private final Inbox inbox;
    private final Participation participation;
    private final KeepOrder keepOrder;
    private final FreezeSubject freezeSubject;
    private final OrderThread orders;

    RetentionListener(
            Inbox inbox,
            Participation participation,
            KeepOrder keepOrder,
            FreezeSubject freezeSubject,
            OrderThread orders) {
        this.inbox = inbox;
        this.participation = participation;
        this.keepOrder = keepOrder;
        this.freezeSubject = freezeSubject;
        this.orders = orders;
    }

    @Incoming("retention")
    @Blocking
    void on(ConsumerRecords<String, byte[]> message) {
        inbox.receive("consent-service", message, received -> apply(received.event()));
        orders.wake();
    }

    private void apply(Event event) {
        switch (event) {
            case ErasureOpened opened -> participation.on(opened);
            case ErasureOrdered ordered -> keepOrder.keep(ContractOrders.toDomain(ordered));
            case ErasureCertified certified -> freezeSubject.lift(certified.caseId());
            default -> {
                // holds, archive records and the rest are nothing to this service
            }
        }
    }
}
