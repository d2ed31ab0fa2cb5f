package io.jikim.retention.erasure.adapter.in.kafka;

import io.jikim.contracts.ConsentWithdrawn;
import io.jikim.contracts.MembershipTerminated;
import io.jikim.platform.messaging.Inbox;
import io.jikim.platform.messaging.Received;
import io.jikim.retention.erasure.application.OpenErasure;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// The end of a membership and the withdrawal of a consent open cases.
@ApplicationScoped
class ConsentEvents {
    private final Inbox inbox;
    private final OpenErasure open;

    ConsentEvents(Inbox inbox, OpenErasure open) {
        this.inbox = inbox;
        this.open = open;
    }

    @Incoming("consent")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> received) {
        inbox.receive("retention-service", received, this::on);
    }

    private void on(Received message) {
        switch (message.event()) {
            case MembershipTerminated terminated ->
                    open(message, terminated.subjectRef(), new Scope.Membership());
            case ConsentWithdrawn withdrawn ->
                    open(
                            message,
                            withdrawn.subjectRef(),
                            new Scope.Purpose(
                                    new PurposeCode(withdrawn.purpose()),
                                    withdrawn.remainingPurposes().stream()
                                            .map(PurposeCode::new)
                                            .collect(Collectors.toSet())));
            default -> {}
        }
    }

    private void open(Received message, UUID subject, Scope scope) {
        open.open(
                new TenantCode(message.envelope().stream().tenant()),
                new SubjectId(subject),
                scope,
                message.envelope().id());
    }
}
