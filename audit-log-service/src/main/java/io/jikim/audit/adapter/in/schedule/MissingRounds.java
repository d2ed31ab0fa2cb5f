package io.jikim.audit.adapter.in.schedule;

import io.jikim.audit.application.FindMissing;
import io.jikim.audit.application.NameMissing;
import io.jikim.audit.domain.Gap;
import io.jikim.contracts.EventTypes;
import io.jikim.platform.messaging.Stream;
import io.jikim.platform.messaging.replay.Asking;
import io.jikim.platform.trouble.Troubles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Says which records are missing, in the log and as numbers, and asks their speakers for them.
@ApplicationScoped
class MissingRounds {
    private static final Logger LOG = Logger.getLogger(MissingRounds.class);

    private final Troubles troubles = new Troubles(LOG);
    private final NameMissing nameMissing;
    private final FindMissing findMissing;
    private final Asking asking;
    private final MeterRegistry metrics;
    private final MultiGauge missing;
    private final MultiGauge silences;

    MissingRounds(
            NameMissing nameMissing,
            FindMissing findMissing,
            Asking asking,
            MeterRegistry metrics) {
        this.nameMissing = nameMissing;
        this.findMissing = findMissing;
        this.asking = asking;
        this.metrics = metrics;
        this.missing = MultiGauge.builder("jikim.records.missing").register(metrics);
        this.silences = MultiGauge.builder("jikim.heartbeat.ago.seconds").register(metrics);
    }

    @Scheduled(
            every = "${jikim.audit.missing-every:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        var wanted = new ArrayList<Gap>();
        troubles.during("looking for missing records", () -> wanted.addAll(look()));
        troubles.during("asking for missing records", () -> wanted.forEach(this::ask));
    }

    private List<Gap> look() {
        try {
            var round = nameMissing.round();
            round.named().forEach(this::say);
            round.come().forEach(MissingRounds::takeBack);
            show();
            return round.wanted();
        } catch (RuntimeException e) {
            // the last ones that were seen would say for ever that nothing is missing
            missing.register(List.of(), true);
            silences.register(List.of(), true);
            throw e;
        }
    }

    private void say(Gap gap) {
        metrics.counter("jikim.records.missed", "source", gap.source()).increment(gap.size());
        LOG.errorf(
                "Records are missing: source=%s tenant=%s subject=%s numbers=%s",
                gap.source(), gap.tenant(), gap.subject(), gap.numbers());
    }

    private static void takeBack(Gap gap) {
        LOG.infof(
                "Missing records have come: source=%s tenant=%s subject=%s numbers=%s",
                gap.source(), gap.tenant(), gap.subject(), gap.numbers());
    }

    private void show() {
        var ago = findMissing.silences();
        Map<String, Long> counts =
                findMissing.missing().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Gap::source, Collectors.summingLong(Gap::size)));
        missing.register(
                ago.keySet().stream()
                        .<Row<?>>map(
                                it -> Row.of(Tags.of("source", it), counts.getOrDefault(it, 0L)))
                        .toList(),
                true);
        silences.register(
                ago.entrySet().stream()
                        .<Row<?>>map(it ->
                                Row.of(Tags.of("source", it.getKey()), it.getValue().toSeconds()))
                        .toList(),
                true);
    }

    private void ask(Gap gap) {
        var stream =
                new Stream(gap.tenant(), gap.subject(), EventTypes.ACCESS_RECORDS, gap.source());
        asking.ask(stream, gap.epoch(), gap.first(), gap.last());
    }
}
