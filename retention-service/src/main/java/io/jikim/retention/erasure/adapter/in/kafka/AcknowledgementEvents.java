package io.jikim.retention.erasure.adapter.in.kafka;

import io.jikim.contracts.ErasureAcknowledged;
import io.jikim.platform.messaging.Inbox;
import io.jikim.platform.messaging.Received;
import io.jikim.retention.erasure.application.AcknowledgeErasure;
import io.jikim.retention.erasure.application.Acknowledged;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// What participants say that they have done.
@ApplicationScoped
class AcknowledgementEvents {
    private static final Logger LOG = Logger.getLogger(AcknowledgementEvents.class);
    private final Inbox inbox;
    private final AcknowledgeErasure acknowledge;
    private final MeterRegistry metrics;

    AcknowledgementEvents(Inbox inbox, AcknowledgeErasure acknowledge, MeterRegistry metrics) {
        this.inbox = inbox;
        this.acknowledge = acknowledge;
        this.metrics = metrics;
    }

    @Incoming("acknowledgements")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> received) {
        inbox.receive("retention-service", received, this::on);
    }

    private void on(Received message) {
        if (message.event() instanceof ErasureAcknowledged event) {
            var result = acknowledge.acknowledge(SaidByParticipant.of(event, message.data()));
            metrics.counter("jikim.erasure.acknowledgements", "result", word(result)).increment();
            if (result instanceof Acknowledged.Contested(var lines)) {
                LOG.warnf(
                        "An answer is not what was ordered case=%s participant=%s because=%s",
                        event.acknowledgement().caseId(),
                        event.acknowledgement().participant(),
                        lines.stream().map(line -> line.objection().code()).toList());
            }
            if (result instanceof Acknowledged.Forged) {
                LOG.warnf(
                        "An acknowledgement is not signed by its participant case=%s event=%s",
                        event.acknowledgement().caseId(), message.envelope().id());
            }
        }
    }

    private static String word(Acknowledged result) {
        return switch (result) {
            case Acknowledged.Counted _ -> "counted";
            case Acknowledged.Contested _ -> "contested";
            case Acknowledged.UnknownCase _ -> "unknown-case";
            case Acknowledged.Forged _ -> "forged";
            case Acknowledged.Untimely _ -> "untimely";
            case Acknowledged.Ignored(var why) ->
                    switch (why) {
                        case UNKNOWN_PARTICIPANT -> "unknown-participant";
                        case OTHER_ROUND, ALREADY_ANSWERED -> "ignored";
                    };
        };
    }
}
