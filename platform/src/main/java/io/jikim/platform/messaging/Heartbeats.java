package io.jikim.platform.messaging;

import io.jikim.contracts.EventTypes;
import io.jikim.platform.time.SteadyTime;
import io.jikim.platform.trouble.Troubles;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Says from time to time how far this service has come with its records of accesses, so that one
/// that was lost or withheld is missed though none comes after it (docs/adr/024).
///
/// What is said is true whoever says it, and twice is as good as once: it needs no lease. An
/// instance that holds none is silent all the same, because one that speaks is enough.
@Singleton
public class Heartbeats {

    private static final Logger LOG = Logger.getLogger(Heartbeats.class);
    private static final String TOPIC = EventTypes.ACCESS_RECORDS;
    private static final Duration ALL_EVERY = Duration.ofHours(1);

    // An event is seen when its transaction ends, which takes a minute at most, and `active_at` has
    // whole minutes.
    private static final Duration UNSEEN = Duration.ofMinutes(3);

    private final Leases leases;
    private final Milestones milestones;
    private final Reaches reaches;
    private final HeartbeatRecords records;
    private final Broker broker;
    private final SteadyTime time;
    private final String source;
    private final Duration history;
    private final Troubles troubles = new Troubles(LOG);
    private @Nullable Instant since;
    private @Nullable Duration allSaidAt;

    Heartbeats(
            Leases leases,
            Milestones milestones,
            Reaches reaches,
            HeartbeatRecords records,
            Broker broker,
            SteadyTime time,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "jikim.messaging.history", defaultValue = "P30D")
                    Duration history) {
        this.leases = leases;
        this.milestones = milestones;
        this.reaches = reaches;
        this.records = records;
        this.broker = broker;
        this.time = time;
        this.source = "/" + application;
        this.history = history;
    }

    @Scheduled(
            every = "${jikim.messaging.heartbeat-every:15s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beatFromTimeToTime() {
        troubles.during("heartbeats", this::beat);
    }

    /// Speaks of the streams in which something happened since the last time; at the start and
    /// every hour of all that could be told again, for a reader that has lost what was said
    /// meanwhile.
    ///
    /// @throws RetryLater where the broker does not take it
    public synchronized void beat() {
        if (!leases.held().isHeld() || !milestones.isFit()) {
            return;
        }
        var mark = reaches.mark(TOPIC);
        var begin = since;
        boolean ofAll = begin == null || isTimeForAll();
        var from = begin == null || ofAll ? mark.now().minus(history) : begin;
        int partitions = broker.producer().partitionsFor(TOPIC).size();
        var reached = reaches.since(from, TOPIC, source);
        send(records.of(reached, TOPIC, partitions, mark.now()));
        // What still waits is spoken of when it has been told, however long that takes.
        since = mark.unsettled().minus(UNSEEN);
        if (ofAll) {
            allSaidAt = time.passed();
        }
    }

    private boolean isTimeForAll() {
        return allSaidAt == null || time.passed().minus(allSaidAt).compareTo(ALL_EVERY) >= 0;
    }

    private void send(List<ProducerRecord<String, byte[]>> heartbeats) {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (var heartbeat : heartbeats) {
            answers.add(broker.producer().send(heartbeat));
        }
        try {
            for (var answer : answers) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new RetryLater("The broker does not take a heartbeat", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater("The service is stopping", e);
        }
    }
}
