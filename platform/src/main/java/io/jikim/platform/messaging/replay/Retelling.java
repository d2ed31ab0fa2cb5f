package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.History;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Answers a reader that misses events of ours.
@Singleton
class Retelling {

    private static final Logger LOG = Logger.getLogger(Retelling.class);

    private final History history;
    private final Remarks remarks;
    private final MeterRegistry metrics;

    Retelling(History history, Remarks remarks, MeterRegistry metrics) {
        this.history = history;
        this.remarks = remarks;
        this.metrics = metrics;
    }

    void tell(Remark.Missing missing) {
        var stream = missing.stream();
        Long gone = history.tellAgain(stream, missing.epoch(), missing.from(), missing.to());
        metrics.counter("jikim.replays", "result", gone == null ? "told" : "gone").increment();
        if (gone != null) {
            LOG.errorf(
                    "Missing events are not kept any more: subject=%s topic=%s position=%d/%d",
                    missing.subject(), missing.topic(), missing.epoch(), gone);
            remarks.make(
                    new Remark.Gone(
                            missing.tenant(),
                            missing.subject(),
                            missing.topic(),
                            missing.source(),
                            missing.epoch(),
                            gone,
                            missing.to()));
        }
    }
}
