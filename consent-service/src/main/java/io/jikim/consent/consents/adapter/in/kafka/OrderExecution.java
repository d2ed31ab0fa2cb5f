package io.jikim.consent.consents.adapter.in.kafka;

import io.jikim.consent.consents.application.ArchiveRecords;
import io.jikim.consent.consents.application.PostponeOrder;
import io.jikim.consent.consents.application.TakeOrder;
import io.jikim.consent.consents.application.port.Orders.Waiting;
import io.jikim.participant.Participation;
import io.jikim.platform.access.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/// One order: into the archive first, then out of here and acknowledged, in one transaction.
@ApplicationScoped
class OrderExecution {

    private final CurrentTenant tenant;
    private final ArchiveRecords archiveRecords;
    private final TakeOrder takeOrder;
    private final PostponeOrder postponeOrder;
    private final Participation participation;

    OrderExecution(
            CurrentTenant tenant,
            ArchiveRecords archiveRecords,
            TakeOrder takeOrder,
            PostponeOrder postponeOrder,
            Participation participation) {
        this.tenant = tenant;
        this.archiveRecords = archiveRecords;
        this.takeOrder = takeOrder;
        this.postponeOrder = postponeOrder;
        this.participation = participation;
    }

    @ActivateRequestContext
    void carryOut(Waiting waiting) {
        tenant.set(waiting.tenant());
        var order = waiting.order();
        archiveRecords.archive(order);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    if (takeOrder.take(order)) {
                        participation.on(ContractOrders.toContract(order));
                    }
                });
    }

    @ActivateRequestContext
    void postpone(Waiting waiting) {
        tenant.set(waiting.tenant());
        postponeOrder.postpone(waiting.order());
    }
}
