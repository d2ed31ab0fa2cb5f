package io.jikim.audit.adapter.in.schedule;

import io.jikim.audit.application.BeginMonth;
import io.jikim.audit.application.ForgetQuiet;
import io.jikim.audit.application.PruneLog;
import io.jikim.audit.application.ShredContent;
import io.jikim.audit.application.TellDepartures;
import io.jikim.audit.application.Turn;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.domain.RecordClass;
import io.jikim.platform.trouble.Troubles;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Lets the log grow older: begins months, destroys what is over, drops what says nothing any more,
/// and has the log say so. Each step is a transaction of its own, and several services may do it at
/// once.
@ApplicationScoped
class Ageing {
    private static final Logger LOG = Logger.getLogger(Ageing.class);
    private static final int MOST = 100;

    private final Troubles troubles = new Troubles(LOG);
    private final BeginMonth beginMonth;
    private final ShredContent shredContent;
    private final PruneLog pruneLog;
    private final TellDepartures tellDepartures;
    private final ForgetQuiet forgetQuiet;
    private final Turn turn;

    Ageing(
            BeginMonth beginMonth,
            ShredContent shredContent,
            PruneLog pruneLog,
            TellDepartures tellDepartures,
            ForgetQuiet forgetQuiet,
            Turn turn) {
        this.beginMonth = beginMonth;
        this.shredContent = shredContent;
        this.pruneLog = pruneLog;
        this.tellDepartures = tellDepartures;
        this.forgetQuiet = forgetQuiet;
        this.turn = turn;
    }

    @Scheduled(
            every = "{jikim.audit.age-every}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void age() {
        untilDone("a new month of the log", beginMonth::begin);
        for (var recordClass : RecordClass.values()) {
            untilDone("shredding class=" + recordClass, () -> shredContent.shred(recordClass));
        }
        untilDone("pruning of the log", pruneLog::prune);
        untilDone("forgetting of quiet streams", forgetQuiet::forget);
        untilDone("telling what left the log", this::tell);
    }

    /// Another process is faster again and again only while very much is stored.
    private boolean tell() {
        for (int others = 0; others < MOST; others++) {
            try {
                return turn.take(tellDepartures::tell) > 0;
            } catch (LogMoved _) {
                Thread.onSpinWait();
            }
        }
        return false;
    }

    private void untilDone(String what, BooleanSupplier step) {
        troubles.during(
                what,
                () -> {
                    int steps = 0;
                    while (step.getAsBoolean()) {
                        steps++;
                    }
                    if (steps > 0) {
                        LOG.infof("Done: %s, steps=%d", what, steps);
                    }
                });
    }
}
