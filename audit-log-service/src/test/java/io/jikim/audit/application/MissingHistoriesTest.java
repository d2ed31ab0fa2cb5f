package io.jikim.audit.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Gap;
import io.jikim.audit.domain.Numbered;
import io.jikim.audit.domain.Reach;
import io.jikim.testkit.stack.Stack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// A speaker and a broker in memory, and the log's own account in PostgreSQL, driven through random
/// histories. Each is named by its seed.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class MissingHistoriesTest {
    private static final int HISTORIES = 1_000;
    private static final int STEPS = 40;

    @Inject Tallies tallies;

    @Test
    void each_withheld_number_is_named_and_none_that_came() {
        int withheld = 0;
        int restores = 0;
        for (int seed = 1; seed <= HISTORIES; seed++) {
            var world = new World(seed, tallies);
            // committed by nobody: the service's own rounds see nothing of it
            QuarkusTransaction.begin();
            try {
                world.live();
                world.comeToRest();
            } finally {
                QuarkusTransaction.rollback();
            }
            withheld += world.withheld.size();
            restores += world.restores;
        }
        assertThat(withheld).isGreaterThan(HISTORIES / 2);
        assertThat(restores).isGreaterThan(HISTORIES / 4);
    }

    private record Place(String subject, int epoch, long number) {}

    /// What stands in a partition.
    private sealed interface Sent {
        record Fact(Place place) implements Sent {}

        record Beat(List<Reach> reaches) implements Sent {}
    }

    /// A stream as the speaker's database has it.
    private record Stream(int epoch, long last, int uncountedEpoch, long uncounted) {
        Stream next(int speaking) {
            return new Stream(
                    speaking, epoch == speaking ? last + 1 : 1, uncountedEpoch, uncounted);
        }
    }

    private static final class World {
        private static final int PARTITIONS = 3;
        private static final List<String> SUBJECTS = List.of("a", "b", "c", "d");

        private final int seed;
        private final Random random;
        private final String source;
        private final Tallies tallies;
        private final NameMissing nameMissing;
        private final HearHeartbeat hearHeartbeat;
        private Instant now = Instant.parse("2026-11-24T00:00:00Z");

        private int epoch = 1;
        private Map<String, Stream> streams = new TreeMap<>();
        private List<Place> outbox = new ArrayList<>();
        private final List<Place> history = new ArrayList<>();

        private final List<List<Sent>> partitions = new ArrayList<>();
        private final int[] read = new int[PARTITIONS];
        private final int[] committed = new int[PARTITIONS];

        private final Set<Place> withheld = new HashSet<>();
        private final Set<Place> came = new HashSet<>();
        private final Set<Place> spokenOf = new HashSet<>();
        private int restores;

        World(int seed, Tallies tallies) {
            this.seed = seed;
            this.random = new Random(seed);
            this.source = "/history-" + seed;
            this.tallies = tallies;
            this.nameMissing = new NameMissing(tallies, () -> now);
            this.hearHeartbeat = new HearHeartbeat(tallies, () -> now);
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new ArrayList<>());
            }
            // what was told before anybody counted; the log has heard some of it at most
            long before = random.nextInt(5);
            if (before > 0) {
                streams.put("a", new Stream(1, before, 1, before));
            }
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                now = now.plusSeconds(random.nextInt(10));
                switch (random.nextInt(22)) {
                    case 0, 1, 2, 3, 4 -> append();
                    case 5, 6, 7, 8 -> tell();
                    case 9 -> withhold();
                    case 10, 11, 12 -> beat(random.nextInt(4) > 0);
                    case 13 -> tellAgain();
                    case 14 -> breakOff();
                    case 15 -> restore(random.nextInt(3) == 0);
                    case 16, 17 -> look();
                    default -> poll();
                }
            }
        }

        void comeToRest() {
            while (!outbox.isEmpty()) {
                tell();
            }
            beat(true);
            beat(true);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                take(partition, partitions.get(partition).size());
            }
            now = now.plus(Duration.ofSeconds(10));
            look();
            var expected = new HashSet<>(withheld);
            expected.removeAll(came);
            expected.retainAll(spokenOf);
            assertThat(missing()).as("missing in history %d", seed).isEqualTo(expected);
            assertThat(withheld.stream().filter(isCurrentAndNotCome()))
                    .as("withheld in the last epoch of history %d", seed)
                    .isSubsetOf(expected);

            expected.forEach(place -> partitions.get(partitionOf(place)).add(new Sent.Fact(place)));
            for (int partition = 0; partition < PARTITIONS; partition++) {
                take(partition, partitions.get(partition).size());
            }
            look();
            assertThat(missing()).as("missing at the end of history %d", seed).isEmpty();
        }

        private Predicate<Place> isCurrentAndNotCome() {
            return it ->
                    !came.contains(it)
                            && streams.containsKey(it.subject())
                            && streams.get(it.subject()).epoch() == it.epoch();
        }

        private void append() {
            var subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
            var next = streams.getOrDefault(subject, new Stream(epoch, 0, 0, 0)).next(epoch);
            streams.put(subject, next);
            outbox.add(new Place(subject, next.epoch(), next.last()));
        }

        /// Some of the outbox, each stream in its order; now and then the relay dies before it
        /// strikes out, or another one tells the same.
        private void tell() {
            int count = Math.min(outbox.size(), 1 + random.nextInt(4));
            var some = List.copyOf(outbox.subList(0, count));
            some.forEach(this::send);
            if (random.nextInt(5) > 0) {
                outbox.subList(0, count).clear();
                history.addAll(some);
            }
        }

        private void send(Place place) {
            partitions.get(partitionOf(place)).add(new Sent.Fact(place));
        }

        private static int partitionOf(Place place) {
            return Math.floorMod(place.subject().hashCode(), PARTITIONS);
        }

        /// Taken from the outbox, or struck out and not sent.
        private void withhold() {
            if (!outbox.isEmpty()) {
                var place = outbox.remove(random.nextInt(outbox.size()));
                boolean sentBefore =
                        partitions.get(partitionOf(place)).contains(new Sent.Fact(place));
                if (!sentBefore) {
                    withheld.add(place);
                }
            }
        }

        /// As `platform.messaging.Reaches` does it; one that the broker loses arrives nowhere.
        private void beat(boolean arrives) {
            Map<Integer, List<Reach>> reaches = new HashMap<>();
            streams.forEach((subject, stream) -> {
                long after = stream.epoch() == stream.uncountedEpoch() ? stream.uncounted() : 0;
                long last =
                        outbox.stream()
                                .filter(it ->
                                        it.subject().equals(subject)
                                                && it.epoch() == stream.epoch())
                                .mapToLong(it -> it.number() - 1)
                                .min()
                                .orElse(stream.last());
                if (last > after) {
                    var place = new Place(subject, stream.epoch(), last);
                    reaches.computeIfAbsent(partitionOf(place), _ -> new ArrayList<>())
                            .add(new Reach(source, "t", subject, stream.epoch(), after, last));
                }
            });
            if (arrives) {
                reaches.forEach((partition, of) -> {
                    partitions.get(partition).add(new Sent.Beat(of));
                    of.forEach(it -> {
                        for (long n = it.after() + 1; n <= it.last(); n++) {
                            spokenOf.add(new Place(it.subject(), it.epoch(), n));
                        }
                    });
                });
            }
        }

        private void tellAgain() {
            if (!history.isEmpty()) {
                int from = random.nextInt(history.size());
                history.subList(from, Math.min(history.size(), from + 5)).forEach(this::send);
            }
        }

        /// The log dies, or a partition goes to another instance: what was not committed is read
        /// again.
        private void breakOff() {
            int partition = random.nextInt(PARTITIONS);
            read[partition] = committed[partition];
        }

        /// A database that was restored, or is only told so: it goes on in the next epoch, and what
        /// waits is numbered anew.
        private void restore(boolean indeed) {
            restores++;
            epoch++;
            if (indeed && !history.isEmpty()) {
                // an older copy: it does not know the last that it told
                var last = history.getLast();
                var stream = streams.get(last.subject());
                if (stream.epoch() == last.epoch() && stream.last() == last.number()) {
                    streams.put(
                            last.subject(),
                            new Stream(
                                    stream.epoch(),
                                    stream.last() - 1,
                                    stream.uncountedEpoch(),
                                    stream.uncounted()));
                }
            }
            var waiting = outbox;
            outbox = new ArrayList<>();
            for (var place : waiting) {
                var next = streams.get(place.subject()).next(epoch);
                streams.put(place.subject(), next);
                outbox.add(new Place(place.subject(), next.epoch(), next.last()));
            }
        }

        private void poll() {
            for (int partition : shuffled()) {
                take(partition, random.nextInt(6));
            }
        }

        private List<Integer> shuffled() {
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
            Collections.shuffle(order, random);
            return order;
        }

        /// What one poll has found: facts in any order, then heartbeats, as `FactListener` has it.
        private void take(int partition, int count) {
            var all = partitions.get(partition);
            int to = Math.min(all.size(), read[partition] + count);
            var some = new ArrayList<>(all.subList(read[partition], to));
            Collections.shuffle(some, random);
            var facts = new LinkedHashSet<Place>();
            for (var sent : some) {
                if (sent instanceof Sent.Fact(var place)) {
                    facts.add(place);
                }
            }
            tallies.come(
                    facts.stream()
                            .map(it ->
                                    new Numbered(
                                            source, "t", it.subject(), it.epoch(), it.number()))
                            .toList());
            came.addAll(facts);
            for (var sent : some) {
                if (sent instanceof Sent.Beat(var reaches)) {
                    hearHeartbeat.hear(source, reaches);
                }
            }
            read[partition] = to;
            if (random.nextBoolean()) {
                committed[partition] = to;
            }
        }

        private void look() {
            nameMissing.round();
            var missing = missing();
            assertThat(missing).as("missing in history %d", seed).noneMatch(came::contains);
            assertThat(missing).as("missing in history %d", seed).isSubsetOf(withheld);
        }

        private Set<Place> missing() {
            var missing = new HashSet<Place>();
            for (Gap gap : tallies.missing()) {
                if (gap.source().equals(source)) {
                    for (long n = gap.first(); n <= gap.last(); n++) {
                        missing.add(new Place(gap.subject(), gap.epoch(), n));
                    }
                }
            }
            return missing;
        }
    }
}
