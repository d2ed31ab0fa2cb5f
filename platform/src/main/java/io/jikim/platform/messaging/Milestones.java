package io.jikim.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What was said, remembered outside the database that said it: a database that was restored from
/// an older copy would give the same numbers twice, and readers would take the second for the
/// first.
///
/// With every batch goes a milestone for each of its shards; before the relay speaks, the last ones
/// are compared with the database. It fits where it has the mark of that batch: the mark was
/// committed after the letters of the batch and before any of them was told, so a copy without it
/// may lack some of them, and a copy with it knows them all (docs/adr/021).
@Singleton
public class Milestones {

    private static final Logger LOG = Logger.getLogger(Milestones.class);
    private static final JsonMapper JSON = new JsonMapper();

    private static final String FITS =
            """
            select epoch, epoch > ? or epoch = ? and mark >= ? as fits
            from speaking_epoch cross join outbox_mark
            """;

    private static final String OPEN = "select open_epoch(?)";

    private enum State {
        UNKNOWN,
        FITS,
        OUTDATED
    }

    /// Whether the broker has the milestones of a batch.
    interface Set {
        boolean arrived() throws InterruptedException;
    }

    private final javax.sql.DataSource database;
    private final Broker broker;
    private final String source;
    private final Optional<Integer> opened;
    private final Map<Short, Milestone> last = new ConcurrentHashMap<>();
    private volatile State state = State.UNKNOWN;
    private volatile @Nullable Outdated outdated;

    Milestones(
            @DataSource("system") javax.sql.DataSource database,
            Broker broker,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "jikim.messaging.open-epoch") Optional<Integer> opened) {
        this.database = database;
        this.broker = broker;
        this.source = "/" + application;
        this.opened = opened;
    }

    /// Why this database must not speak, if it must not.
    public Optional<Outdated> outdated() {
        return Optional.ofNullable(outdated);
    }

    /// Whether this database is known to know all that was said in its name; false where nobody has
    /// compared yet, and in an instance that does not speak.
    public boolean isFit() {
        return state == State.FITS;
    }

    /// Compare again before the next word: the database has been away and may be another now, or
    /// another relay has spoken meanwhile.
    public void doubt() {
        state = State.UNKNOWN;
    }

    /// Whether the database knows everything that was said in its name; compares where that is not
    /// known.
    boolean fit() {
        if (state == State.FITS) {
            return true;
        }
        var said = lastOfEachShard();
        var found = compare(said);
        if (opened.isPresent() && opened.get() == nextOf(said, found)) {
            open(opened.get());
            found = compare(said);
        }
        if (found.isPresent() && state != State.OUTDATED) {
            LOG.errorf("No event is told: %s", found.get().sentence());
        }
        outdated = found.orElse(null);
        state = found.isEmpty() ? State.FITS : State.OUTDATED;
        return found.isEmpty();
    }

    /// Where the broker was emptied together with a restore there is nothing to compare with, and
    /// the epoch after that of the database is next; 0 where none has to be opened.
    private int nextOf(Collection<Milestone> said, Optional<Outdated> found) {
        if (found.isPresent()) {
            return found.get().next();
        }
        return said.isEmpty() ? epochOfDatabase() + 1 : 0;
    }

    private int epochOfDatabase() {
        return Sql.run(
                database,
                "select epoch from speaking_epoch",
                (_, statement) -> {
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return row.getInt(1);
                    }
                });
    }

    private void open(int epoch) {
        LOG.warnf("Epoch %d is opened, as the configuration says", epoch);
        Sql.run(
                database,
                OPEN,
                (_, statement) -> {
                    Sql.bind(statement, epoch);
                    return statement.execute();
                });
    }

    Set set(Batch batch) {
        Map<Short, Milestone> reached = new HashMap<>();
        for (var letter : batch.letters()) {
            var milestone = Milestone.of(letter, batch.mark());
            reached.put(
                    milestone.shard(),
                    last.merge(milestone.shard(), milestone, Milestone::orFurther));
        }
        List<Future<?>> answers = new ArrayList<>();
        try {
            for (var milestone : reached.values()) {
                answers.add(broker.producer().send(written(milestone)));
            }
        } catch (KafkaException e) {
            return () -> false;
        }
        return () -> allArrived(answers);
    }

    private Optional<Outdated> compare(Collection<Milestone> said) {
        Outdated worst = null;
        for (var milestone : said) {
            int epoch = epochOfDatabaseUnlessItFits(milestone);
            if (epoch > 0 && (worst == null || milestone.epoch() >= worst.saidEpoch())) {
                worst =
                        new Outdated(
                                epoch,
                                milestone.epoch(),
                                milestone.mark(),
                                Math.max(epoch, milestone.epoch()) + 1);
            }
        }
        return Optional.ofNullable(worst);
    }

    private int epochOfDatabaseUnlessItFits(Milestone milestone) {
        return Sql.run(
                database,
                FITS,
                (_, statement) -> {
                    Sql.bind(statement, milestone.epoch(), milestone.epoch(), milestone.mark());
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return row.getBoolean("fits") ? 0 : row.getInt("epoch");
                    }
                });
    }

    private Collection<Milestone> lastOfEachShard() {
        Map<Short, Milestone> found = new HashMap<>();
        try (var reader = broker.reader()) {
            var topic = new TopicPartition(Topics.EPOCHS, 0);
            reader.assign(List.of(topic));
            reader.seekToBeginning(List.of(topic));
            long end = reader.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
            while (reader.position(topic) < end) {
                takeOwn(reader, found);
            }
        }
        found.values().forEach(it -> last.merge(it.shard(), it, Milestone::orFurther));
        return found.values();
    }

    private void takeOwn(Consumer<String, byte[]> reader, Map<Short, Milestone> found) {
        for (var received : reader.poll(Duration.ofMillis(200))) {
            if (received.key() != null && received.key().startsWith(source + "#")) {
                read(received).ifPresent(it -> found.merge(it.shard(), it, Milestone::orFurther));
            }
        }
    }

    private static ProducerRecord<String, byte[]> written(Milestone milestone) {
        try {
            return new ProducerRecord<>(
                    Topics.EPOCHS, milestone.key(), JSON.writeValueAsBytes(milestone));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // Every service may write there: what cannot be a milestone must not silence anybody for ever.
    private static Optional<Milestone> read(ConsumerRecord<String, byte[]> received) {
        try {
            if (received.value() == null) {
                return Optional.empty();
            }
            var milestone = JSON.readValue(received.value(), Milestone.class);
            if (milestone != null && milestone.isPossible(received.key())) {
                return Optional.of(milestone);
            }
        } catch (IOException e) {
            LOG.debug("Not even JSON", e);
        }
        LOG.errorf(
                "No milestone: topic=%s key=%s offset=%d",
                received.topic(), received.key(), received.offset());
        return Optional.empty();
    }

    private static boolean allArrived(List<Future<?>> answers) throws InterruptedException {
        try {
            for (var answer : answers) {
                answer.get();
            }
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }
}
