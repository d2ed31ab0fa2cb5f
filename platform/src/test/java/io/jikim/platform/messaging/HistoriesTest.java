package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// One speaker, one topic and one reader in memory, with the product's own rule of whose turn it is
/// (`Standing`), driven through random histories. Each is named by its seed.
class HistoriesTest {

    private static final int HISTORIES = 10_000;
    private static final int SUBJECTS = 3;

    @Test
    void nothing_is_lost_nothing_has_a_second_effect_and_each_subject_keeps_its_order() {
        int restores = 0;
        int effects = 0;
        for (int seed = 1; seed <= HISTORIES; seed++) {
            var world = new World(seed);
            world.live();
            world.comeToRest();
            world.check();
            restores += world.restores;
            effects += world.reader.effects.size();
        }
        assertThat(restores).isGreaterThan(HISTORIES / 10);
        assertThat(effects).isGreaterThan(HISTORIES * 3);
    }

    private record Fact(int id, int subject) {}

    private record Told(Fact fact, Position position, @Nullable Position after) {}

    private record Row(long id, Told told) {}

    /// What stands in the speaker's database; a copy of it is a backup.
    private static class Database {

        private int epoch = 1;
        private long lastRow;
        private long mark;
        private final Map<Integer, Position> streams = new HashMap<>();
        private final List<Row> outbox = new ArrayList<>();
        private final List<Told> history = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();

        private Database copy() {
            var copy = new Database();
            copy.epoch = epoch;
            copy.lastRow = lastRow;
            copy.mark = mark;
            copy.streams.putAll(streams);
            copy.outbox.addAll(outbox);
            copy.history.addAll(history);
            copy.facts.addAll(facts);
            return copy;
        }

        private Told tell(Fact fact) {
            var last = streams.get(fact.subject());
            boolean goesOn = last != null && last.epoch() == epoch;
            var next = new Position(epoch, goesOn ? last.sequence() + 1 : 1);
            streams.put(fact.subject(), next);
            return new Told(fact, next, goesOn ? null : last);
        }

        private void append(long row, Fact fact) {
            facts.add(fact);
            outbox.add(new Row(row, tell(fact)));
            outbox.sort(Comparator.comparingLong(Row::id));
        }

        private void openEpoch(int next) {
            epoch = next;
            Map<Integer, Position> before = new HashMap<>();
            for (var row : outbox) {
                var told = row.told();
                var last =
                        told.after() != null
                                ? told.after()
                                : new Position(
                                        told.position().epoch(), told.position().sequence() - 1);
                before.putIfAbsent(told.fact().subject(), last);
            }
            streams.putAll(before);
            outbox.replaceAll(row -> new Row(row.id(), tell(row.told().fact())));
        }
    }

    private static class Reader {

        private final Set<Integer> inbox = new HashSet<>();
        private final Map<Integer, Position> cursors = new HashMap<>();
        private final Map<Integer, TreeMap<Position, Told>> parked = new HashMap<>();
        private final Set<Integer> poison = new HashSet<>();
        private final List<Fact> effects = new ArrayList<>();
        private final Set<Integer> broken = new HashSet<>();

        private Position reached(int subject) {
            return cursors.getOrDefault(subject, Standing.START);
        }

        private TreeMap<Position, Told> parkedOf(int subject) {
            return parked.computeIfAbsent(
                    subject,
                    _ ->
                            new TreeMap<>(
                                    Comparator.comparingInt(Position::epoch)
                                            .thenComparingLong(Position::sequence)));
        }

        private void receive(Told told) {
            int subject = told.fact().subject();
            var kept = parkedOf(subject);
            var standing =
                    new Standing(
                            !inbox.contains(told.fact().id()),
                            !kept.headMap(told.position()).isEmpty(),
                            reached(subject));
            switch (standing.turnOf(told.position(), told.after())) {
                case NEXT -> apply(told, kept);
                case HEARD_UNDER_ANOTHER_NUMBER -> {
                    cursors.put(subject, told.position());
                    settle(told, kept);
                }
                case HEARD -> kept.remove(told.position(), told);
                case BEHIND, GAP -> kept.putIfAbsent(told.position(), told);
            }
        }

        private void apply(Told told, TreeMap<Position, Told> kept) {
            if (broken.contains(told.fact().subject())) {
                poison.add(told.fact().id());
                kept.putIfAbsent(told.position(), told);
                return;
            }
            inbox.add(told.fact().id());
            cursors.put(told.fact().subject(), told.position());
            effects.add(told.fact());
            settle(told, kept);
        }

        private void settle(Told told, TreeMap<Position, Told> kept) {
            poison.remove(told.fact().id());
            kept.remove(told.position());
            redeliver(told.fact().subject());
        }

        /// What waits and is no poison comes again when its turn has come.
        private void redeliver(int subject) {
            var kept = parkedOf(subject);
            if (!kept.isEmpty() && !poison.contains(kept.firstEntry().getValue().fact().id())) {
                var first = kept.firstEntry().getValue();
                if (first.position().isBehind(reached(subject))
                        || first.position().follows(reached(subject), first.after())) {
                    receive(first);
                }
            }
        }
    }

    private static class World {

        private final long seed;
        private final Random random;
        private final List<List<Told>> lanes = new ArrayList<>();
        private final int[] offsets = new int[SUBJECTS];
        private final Reader reader = new Reader();
        private Database database = new Database();
        private Database backup = new Database();
        private int saidEpoch = 1;
        private long saidMark;
        private int facts;
        private int restores;

        /// The ids of rows whose transactions have not ended.
        private final Map<Integer, Long> open = new HashMap<>();

        /// What a person gave up under one number may come under that of a later epoch, and late.
        private final Set<Integer> givenUp = new HashSet<>();

        World(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            for (int i = 0; i < SUBJECTS; i++) {
                lanes.add(new ArrayList<>());
            }
        }

        void live() {
            for (int step = 5 + random.nextInt(60); step > 0; step--) {
                int subject = random.nextInt(SUBJECTS);
                switch (random.nextInt(16)) {
                    case 0, 1, 2 -> append(subject);
                    case 3 -> begin(subject);
                    case 4, 5 -> relay(true);
                    case 6 -> relay(false);
                    case 7, 8, 9 -> consume(subject);
                    case 10 -> offsets[subject] = random.nextInt(offsets[subject] + 1);
                    case 11 -> loseOnTheWay(subject);
                    case 12 -> askForMissing(subject);
                    case 13 -> tellAgain(subject, 0);
                    case 14 -> breakOrMend(subject);
                    default -> backUpOrRestore();
                }
            }
        }

        /// A row has its id long before its transaction ends; its stream is locked meanwhile.
        private void begin(int subject) {
            open.putIfAbsent(subject, ++database.lastRow);
        }

        private void append(int subject) {
            var row = open.remove(subject);
            database.append(row == null ? ++database.lastRow : row, new Fact(facts++, subject));
        }

        private void relay(boolean strikesOut) {
            if (!fits()) {
                reconcile();
                // Waits for whoever is appending.
                List.copyOf(open.keySet()).forEach(this::append);
                database.openEpoch(Math.max(saidEpoch, database.epoch) + 1);
            }
            var batch = List.copyOf(database.outbox.subList(0, sizeOfBatch()));
            if (!batch.isEmpty()) {
                database.mark++;
                setMilestone(batch.getLast().told().position().epoch());
            }
            batch.forEach(row -> lanes.get(row.told().fact().subject()).add(row.told()));
            if (strikesOut && !batch.isEmpty()) {
                database.outbox.removeAll(batch);
                batch.forEach(row -> database.history.add(row.told()));
            }
        }

        private void setMilestone(int epoch) {
            if (epoch > saidEpoch || database.mark > saidMark) {
                saidEpoch = epoch;
                saidMark = database.mark;
            }
        }

        private int sizeOfBatch() {
            return database.outbox.isEmpty() ? 0 : 1 + random.nextInt(database.outbox.size());
        }

        /// As `Milestones` compares.
        private boolean fits() {
            return database.epoch > saidEpoch
                    || database.epoch == saidEpoch && database.mark >= saidMark;
        }

        private void consume(int subject) {
            var lane = lanes.get(subject);
            if (offsets[subject] < lane.size()) {
                reader.receive(lane.get(offsets[subject]++));
            }
        }

        private void loseOnTheWay(int subject) {
            var lane = lanes.get(subject);
            if (offsets[subject] < lane.size()) {
                lane.remove(offsets[subject] + random.nextInt(lane.size() - offsets[subject]));
            }
        }

        private void askForMissing(int subject) {
            tellAgain(subject, reader.reached(subject).sequence());
        }

        private void tellAgain(int subject, long after) {
            database.history.stream()
                    .filter(told -> told.fact().subject() == subject)
                    .filter(told -> told.position().sequence() > after)
                    .forEach(lanes.get(subject)::add);
        }

        private void reconcile() {
            for (int subject = 0; subject < SUBJECTS; subject++) {
                var reached = reader.reached(subject);
                int of = subject;
                database.history.stream()
                        .filter(told -> told.fact().subject() == of)
                        .filter(told -> !told.position().isBehind(reached))
                        .forEach(lanes.get(subject)::add);
            }
        }

        private void breakOrMend(int subject) {
            if (!reader.broken.remove(subject)) {
                reader.broken.add(subject);
            }
            retry(subject);
        }

        private void retry(int subject) {
            var kept = reader.parkedOf(subject);
            if (!kept.isEmpty() && reader.poison.remove(kept.firstEntry().getValue().fact().id())) {
                reader.receive(kept.firstEntry().getValue());
            }
        }

        private void backUpOrRestore() {
            if (random.nextBoolean()) {
                backup = database.copy();
            } else {
                database = backup.copy();
                open.clear();
                restores++;
            }
        }

        /// Everything is mended and told; what the speaker has forgotten is given up by two people.
        void comeToRest() {
            reader.broken.clear();
            for (int round = 0; round < 200 && !isAtRest(); round++) {
                while (!database.outbox.isEmpty()) {
                    relay(true);
                }
                reconcile();
                for (int subject = 0; subject < SUBJECTS; subject++) {
                    retry(subject);
                    while (offsets[subject] < lanes.get(subject).size()) {
                        consume(subject);
                    }
                    reader.redeliver(subject);
                    giveUpWhatIsGone(subject);
                }
            }
        }

        private void giveUpWhatIsGone(int subject) {
            var kept = reader.parkedOf(subject);
            if (kept.isEmpty()) {
                return;
            }
            var first = kept.firstKey();
            var reached = reader.reached(subject);
            var after = kept.firstEntry().getValue().after();
            var last = after == null ? new Position(first.epoch(), first.sequence() - 1) : after;
            long from = last.epoch() == reached.epoch() ? reached.sequence() : 0;
            boolean gone =
                    database.history.stream()
                            .filter(told -> told.fact().subject() == subject)
                            .map(Told::position)
                            .noneMatch(it ->
                                    it.epoch() == last.epoch()
                                            && it.sequence() > from
                                            && it.sequence() <= last.sequence());
            if (gone) {
                givenUp.add(subject);
                reader.cursors.put(subject, new Position(first.epoch(), first.sequence() - 1));
                reader.redeliver(subject);
            }
        }

        private boolean isAtRest() {
            return database.outbox.isEmpty()
                    && reader.parked.values().stream().allMatch(Map::isEmpty)
                    && reader.inbox.containsAll(database.facts.stream().map(Fact::id).toList());
        }

        void check() {
            assertThat(reader.effects)
                    .as("seed %d: no second effect", seed)
                    .doesNotHaveDuplicates();
            for (int subject = 0; subject < SUBJECTS; subject++) {
                int of = subject;
                var stands = database.facts.stream().filter(it -> it.subject() == of).toList();
                var effects = new ArrayList<>(reader.effects);
                effects.retainAll(stands);
                assertThat(effects)
                        .as("seed %d, subject %d: nothing lost", seed, subject)
                        .containsExactlyInAnyOrderElementsOf(stands);
                if (!givenUp.contains(subject)) {
                    assertThat(effects)
                            .as("seed %d, subject %d: in order", seed, subject)
                            .containsExactlyElementsOf(stands);
                }
            }
        }
    }
}
