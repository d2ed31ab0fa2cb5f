package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.Patience;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears what others remark: as the speaker of events, or as their reader.
@ApplicationScoped
class RemarkListener {

    private final Patience patience;
    private final Retelling retelling;
    private final MissingEvents missing;
    private final Reconciliation reconciliation;
    private final String source;

    RemarkListener(
            Patience patience,
            Retelling retelling,
            MissingEvents missing,
            Reconciliation reconciliation,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.patience = patience;
        this.retelling = retelling;
        this.missing = missing;
        this.reconciliation = reconciliation;
        this.source = "/" + application;
    }

    @Incoming("jikim-replays")
    @Blocking
    void on(ConsumerRecord<String, byte[]> received) {
        Remarks.read(received).ifPresent(remark -> patience.untilDone(() -> hear(remark)));
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
