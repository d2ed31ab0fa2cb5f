package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Hears what others remark: as the speaker of events, or as their reader.
@ApplicationScoped
class RemarkListener {

    private static final Logger LOG = Logger.getLogger(RemarkListener.class);

    private final Patience patience;
    private final Retelling retelling;
    private final MissingEvents missing;
    private final Reconciliation reconciliation;
    private final MeterRegistry metrics;
    private final String source;

    RemarkListener(
            Patience patience,
            Retelling retelling,
            MissingEvents missing,
            Reconciliation reconciliation,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.patience = patience;
        this.retelling = retelling;
        this.missing = missing;
        this.reconciliation = reconciliation;
        this.metrics = metrics;
        this.source = "/" + application;
    }

    @Incoming("jikim-replays")
    @Blocking
    void on(ConsumerRecord<String, byte[]> received) {
        switch (Remarks.read(received)) {
            case Remarks.Reading.Legible(var remark) -> {
                if (!patience.attempt(() -> hear(remark))) {
                    passOver(received, "it cannot be acted on");
                }
            }
            case Remarks.Reading.Illegible(var why) -> passOver(received, why);
        }
    }

    // A remark that was lost is made again, so nothing is kept of it.
    private void passOver(ConsumerRecord<String, byte[]> received, String why) {
        metrics.counter("jikim.remarks.passed.over").increment();
        LOG.errorf(
                "A remark is passed over: partition=%d offset=%d error=%s",
                received.partition(), received.offset(), why);
    }

    private void hear(Remark remark) {
        boolean aboutUs = remark.source().equals(source);
        switch (remark) {
            case Remark.Missing it when aboutUs -> retelling.tell(it);
            case Remark.Missing _ -> {}
            case Remark.Gone it -> missing.giveUp(it);
            case Remark.SumsWanted _ -> reconciliation.tell();
            case Remark.Sums it -> reconciliation.compare(it);
            case Remark.Unequal it when aboutUs -> reconciliation.tellStreams(it);
            case Remark.Unequal _ -> {}
            case Remark.Reached it -> reconciliation.repair(it);
        }
    }
}
