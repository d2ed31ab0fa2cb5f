package io.jikim.audit.adapter.in.schedule;

import io.jikim.audit.application.AskWitnesses;
import io.jikim.audit.application.AskWitnesses.Report;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/// Has the log's head witnessed as it grows, and says once when that does not go well.
@ApplicationScoped
class WitnessRounds {
    private static final Logger LOG = Logger.getLogger(WitnessRounds.class);

    private final AskWitnesses askWitnesses;
    private final Map<String, String> troubles = new HashMap<>();

    WitnessRounds(AskWitnesses askWitnesses) {
        this.askWitnesses = askWitnesses;
    }

    @Scheduled(
            every = "${jikim.audit.witness-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        askWitnesses.ask().forEach(this::say);
    }

    private void say(Report report) {
        if (report.well()) {
            if (troubles.remove(report.witness()) != null) {
                LOG.infof("Witnessed again: witness=%s size=%d", report.witness(), report.size());
            }
        } else if (!report.state().equals(troubles.put(report.witness(), report.state()))) {
            LOG.errorf("Not witnessed: witness=%s: %s", report.witness(), report.state());
        }
    }
}
