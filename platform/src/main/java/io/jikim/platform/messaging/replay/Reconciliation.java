package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.Inbox;
import io.jikim.platform.trouble.Troubles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Finds the last events that nobody has missed, because no later one came: each speaker says how
/// far it has come, each reader compares and asks for what it has not heard.
///
/// Sums over buckets are compared first, so that a million equal streams cost 256 lines; then the
/// streams of unequal buckets. What is just on its way looks missing and is told twice: no harm.
@Singleton
public class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final int AT_ONCE = 1_000;

    private final Ledgers ledgers;
    private final Remarks remarks;
    private final MeterRegistry metrics;
    private final String source;
    private final Troubles troubles = new Troubles(LOG);

    Reconciliation(
            Ledgers ledgers,
            Remarks remarks,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.ledgers = ledgers;
        this.remarks = remarks;
        this.metrics = metrics;
        this.source = "/" + application;
    }

    @Scheduled(
            every = "${jikim.messaging.reconcile-every:1h}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellFromTimeToTime() {
        troubles.during("reconciliation", this::tell);
    }

    /// All speakers say how far they have come, and all readers compare.
    public void ask() {
        remarks.make(new Remark.SumsWanted(source));
    }

    /// This service says how far it has come, topic by topic.
    void tell() {
        ledgers.said(source)
                .forEach((topic, sums) -> {
                    if (Inbox.keepsOrderOn(topic)) {
                        remarks.make(new Remark.Sums(source, topic, sums));
                    }
                });
    }

    void compare(Remark.Sums said) {
        Set<Integer> unequal = new TreeSet<>();
        ledgers.heard(said.source(), said.topic())
                .forEach((consumer, heard) -> {
                    ledgers.compared(said, consumer);
                    unequal.addAll(unequal(said.sums(), heard));
                });
        metrics.counter("jikim.reconciliations", "result", unequal.isEmpty() ? "equal" : "unequal")
                .increment();
        if (!unequal.isEmpty()) {
            remarks.make(new Remark.Unequal(said.source(), said.topic(), List.copyOf(unequal)));
        }
    }

    /// Page by page: they may be many more than there is room for.
    void tellStreams(Remark.Unequal unequal) {
        var last = Remark.At.BEFORE_ALL;
        List<Remark.At> streams;
        do {
            streams = ledgers.reached(unequal, last, AT_ONCE);
            if (!streams.isEmpty()) {
                remarks.make(new Remark.Reached(source, unequal.topic(), streams));
                last = streams.getLast();
            }
        } while (streams.size() == AT_ONCE);
    }

    void repair(Remark.Reached said) {
        ledgers.differences(said).stream()
                .collect(Collectors.groupingBy(Ledgers.Difference::consumer))
                .forEach((consumer, differences) -> repair(said, consumer, differences));
    }

    private void repair(
            Remark.Reached said, String consumer, List<Ledgers.Difference> differences) {
        var behind = differences.stream().filter(it -> !it.ahead()).toList();
        int ahead = differences.size() - behind.size();
        remarks.make(behind.stream().map(it -> missing(said, it)).toList());
        ledgers.differed(said, consumer, behind.size(), ahead);
        metrics.counter("jikim.reconciled.streams", "result", "behind").increment(behind.size());
        metrics.counter("jikim.reconciled.streams", "result", "ahead").increment(ahead);
        LOG.warnf(
                "Reconciliation: consumer=%s topic=%s source=%s behind=%d ahead=%d",
                consumer, said.topic(), said.source(), behind.size(), ahead);
    }

    private static Remark.Missing missing(Remark.Reached said, Ledgers.Difference it) {
        return new Remark.Missing(
                it.said().tenant(),
                it.said().subject(),
                said.topic(),
                said.source(),
                it.said().epoch(),
                it.heard() + 1,
                it.said().sequence());
    }

    private static Set<Integer> unequal(List<Remark.Sum> said, List<Remark.Sum> heard) {
        Set<Remark.Sum> either = new HashSet<>(said);
        Set<Remark.Sum> both = new HashSet<>(said);
        either.addAll(heard);
        both.retainAll(heard);
        either.removeAll(both);
        return either.stream().map(Remark.Sum::bucket).collect(Collectors.toSet());
    }
}
