package io.jikim.identity.people.adapter.in.kafka;

import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.identity.people.application.AcceptOrder;
import io.jikim.identity.people.application.StopProcessing;
import io.jikim.identity.people.application.port.DueWork.DueTask;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.messaging.Inbox;
import io.jikim.platform.messaging.Received;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears what erasure cases ask, notes it, and then has it carried out.
@ApplicationScoped
class RetentionListener {

    private final Inbox inbox;
    private final StopProcessing stopProcessing;
    private final AcceptOrder acceptOrder;
    private final Event<DueTask> due;

    RetentionListener(
            Inbox inbox,
            StopProcessing stopProcessing,
            AcceptOrder acceptOrder,
            Event<DueTask> due) {
        this.inbox = inbox;
        this.stopProcessing = stopProcessing;
        this.acceptOrder = acceptOrder;
        this.due = due;
    }

    /// The tasks are started when the transaction that notes them is over: they ask other systems.
    /// One that was noted by an effect that was taken back is found to be none.
    @Incoming("retention")
    @Blocking
    void on(ConsumerRecords<String, byte[]> received) {
        var tasks = new LinkedHashSet<DueTask>();
        inbox.receive(
                "identity-verification-service",
                received,
                message -> {
                    var tenant = new Tenant(message.envelope().stream().tenant());
                    note(message).forEach(id -> tasks.add(new DueTask(tenant, id)));
                });
        tasks.forEach(due::fire);
    }

    private List<ErasureTask.Id> note(Received message) {
        return switch (message.event()) {
            case ErasureOpened opened ->
                    stopProcessing.stop(
                            new CaseId(opened.caseId()),
                            new SubjectRef(opened.subjectRef()),
                            Orders.of(opened.scope()),
                            opened.at());
            case ErasureOrdered ordered ->
                    acceptOrder.accept(
                            new CaseId(ordered.caseId()),
                            new SubjectRef(ordered.subjectRef()),
                            Orders.of(ordered));
            default -> List.of();
        };
    }
}
