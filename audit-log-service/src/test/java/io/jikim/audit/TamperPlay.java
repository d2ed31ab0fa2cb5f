package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.AskWitnesses;
import io.jikim.audit.application.BeginMonth;
import io.jikim.audit.application.ReadLog;
import io.jikim.audit.application.port.LogKeys;
import io.jikim.audit.application.port.NotContinued;
import io.jikim.verifier.VerifyLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.awaitility.core.ConditionTimeoutException;

/// Plays the rogue administrator on copies of the log's database, and sees who finds it: the
/// offline verifier in the copy, with a checkpoint that was kept, or the service that a witness
/// tells.
@ApplicationScoped
class TamperPlay {
    private static final String ROW = "tamper: %-42s %-22s %8s %8s  %s%n";
    private static final String YESTERDAY = "tamper_yesterday";
    private static final String TODAY = "tamper_today";
    private static final String PRUNED = "tamper_pruned";
    private static final String COPY = "tamper_copy";
    private static final int MOST = 500;
    private static final int LEAST = 300;

    private final AppendFacts appendFacts;
    private final BeginMonth beginMonth;
    private final AskWitnesses askWitnesses;
    private final ReadLog readLog;
    private final LogKeys keys;

    private record Verdict(int exit, String said) {}

    /// What is copied for each deed, what the verifier has to be told of it, and where all is
    /// reported.
    private record Stage(
            String database,
            List<String> options,
            Path directory,
            PrintStream out,
            List<String> missed) {}

    TamperPlay(
            AppendFacts appendFacts,
            BeginMonth beginMonth,
            AskWitnesses askWitnesses,
            ReadLog readLog,
            LogKeys keys) {
        this.appendFacts = appendFacts;
        this.beginMonth = beginMonth;
        this.askWitnesses = askWitnesses;
        this.readLog = readLog;
        this.keys = keys;
    }

    /// Returns what was not found, or found where nothing was.
    ///
    /// @param entries at least that many are appended
    List<String> play(long seed, int entries, PrintStream out) throws SQLException, IOException {
        var random = new Random(seed);
        var directory = Files.createTempDirectory("jikim-tamper");
        Files.writeString(directory.resolve("log.vkey"), keys.verifierKey() + "\n");
        try {
            grow(entries * 4L / 5, random);
            LogCopies.copy(LogCopies.LOG, YESTERDAY);
            int cut = endMonth(random);
            grow(Math.max(LEAST, entries / 10), random);
            var kept = directory.resolve("kept");
            var whole = new Stage(TODAY, List.of(), directory, out, new ArrayList<>());
            var verdict = verify(LogCopies.LOG, whole, kept);
            assertThat(verdict.exit()).as(verdict.said()).isZero();
            int keptSize = (int) size();
            // never ends with a full tile, for there is one to be open
            int more = Math.max(LEAST, entries / 10);
            grow(more + (size() + more) % 256 / 200 * 100, random);
            awaitCosigned(size());
            LogCopies.copy(LogCopies.LOG, TODAY);
            out.printf(
                    ROW,
                    "--seed " + seed + ", " + size() + " entries",
                    "found by",
                    "named",
                    "seconds",
                    "what it says");
            untouched(whole);
            for (var mutation : new Rogue(random, keys, 0, (int) size(), keptSize).mutations()) {
                judge(mutation, whole);
            }
            // the copy that was rebuilt and signed anew, and yesterday's
            tellService("the same, and the service goes on with it", COPY, out, whole.missed());
            tellService("restore yesterday's database", YESTERDAY, out, whole.missed());
            playPruned(new Rogue(random, keys, cut, (int) size(), keptSize), whole, cut);
            return whole.missed();
        } finally {
            LogCopies.drop(YESTERDAY, TODAY, PRUNED, COPY);
        }
    }

    /// The same on a log that kept nothing before `cut`.
    private void playPruned(Rogue rogue, Stage whole, int cut) throws SQLException, IOException {
        LogCopies.copy(LogCopies.LOG, PRUNED);
        long before = kibibytes();
        prune(cut);
        var disk = "%,d KiB on disk before, %,d after".formatted(before, kibibytes());
        var from = List.of("--from", "" + cut, "--values-from", "" + cut);
        var pruned = new Stage(PRUNED, from, whole.directory(), whole.out(), whole.missed());
        pruned.out().printf(ROW, "pruned, first is " + cut, "", "", "", disk);
        untouched(pruned);
        for (var mutation : rogue.mutations()) {
            judge(mutation, pruned);
        }
        for (var mutation : rogue.mutationsOfPruned()) {
            judge(mutation, pruned);
        }
    }

    private static long kibibytes() throws SQLException {
        return Stored.in(PRUNED)
                .count(
                        "select (sum(pg_total_relation_size(oid)) / 1024)::bigint from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace");
    }

    /// Begins a month at a whole tile, and returns where.
    private int endMonth(Random random) {
        grow(256 - size() % 256, random);
        int cut = (int) size();
        Stored.in(LogCopies.LOG)
                .change("update log_month set month = month - interval '1 month'", "log_month");
        await().atMost(Duration.ofSeconds(60)).until(() -> !beginMonth.begin());
        return cut;
    }

    /// As the pruner does when all that was told before `cut` is over.
    private static void prune(int cut) throws SQLException {
        try (var database = LogCopies.rogue(PRUNED);
                var statement = database.createStatement()) {
            statement.execute(
                    "update checkpoint set signed_at = signed_at - interval '9 years' where size <= "
                            + cut);
            statement.execute("select shred(class, interval '5 years', 1000000) from record_class");
            while (Stored.in(PRUNED).count("select min(first_index) from log_month") < cut) {
                statement.execute("select prune(1000000)");
            }
        }
    }

    private static void untouched(Stage stage) throws SQLException, IOException {
        LogCopies.copy(stage.database(), COPY);
        long from = System.nanoTime();
        var verdict = verify(COPY, stage, copyOfKept(stage.directory()));
        var by = verdict.exit() == 0 ? "nobody" : "WRONG";
        print(stage.out(), "nothing", by, "", from, verdict.said());
        if (verdict.exit() != 0) {
            stage.missed().add("the untouched copy: " + verdict.said());
        }
    }

    private static void judge(Mutation mutation, Stage stage) throws SQLException, IOException {
        LogCopies.copy(stage.database(), COPY);
        long place;
        try (var database = LogCopies.rogue(COPY)) {
            place = mutation.deed().play(database);
        }
        long from = System.nanoTime();
        var none = stage.directory().resolve("none");
        var alone = verify(COPY, stage, none);
        var verdict = mutation.alone() ? alone : verify(COPY, stage, copyOfKept(stage.directory()));
        boolean found =
                alone.exit() == (mutation.alone() ? 1 : 0)
                        && verdict.exit() == 1
                        && Mutation.isNamed(verdict.said(), place);
        Files.deleteIfExists(none);
        var by = mutation.alone() ? "verify-log" : "verify-log --state";
        print(
                stage.out(),
                mutation.name(),
                found ? by : "MISSED",
                "" + place,
                from,
                verdict.said());
        if (!found) {
            stage.missed().add(mutation.name() + " at " + place + ": " + verdict.said());
        }
    }

    /// The running service finds another database where its own was.
    private void tellService(String name, String other, PrintStream out, List<String> missed)
            throws SQLException {
        long before = size();
        LogCopies.exchange(other);
        long from = System.nanoTime();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> refusal().isPresent());
            var said = refusal().orElseThrow();
            print(out, name, "the service, witness", "" + namedIn(said), from, said);
        } catch (ConditionTimeoutException e) {
            missed.add(name + ": the service appends");
            print(out, name, "MISSED", "", from, "");
        } finally {
            LogCopies.exchange(other);
        }
        awaitCosigned(before);
        grow(1, new Random(1));
    }

    /// Why nothing can be appended; empty where that is not known, or something can.
    private Optional<String> refusal() {
        try {
            appendFacts.append(Facts.fresh(1));
            return Optional.empty();
        } catch (NotContinued e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // a connection that was cut
            return Optional.empty();
        }
    }

    private static String namedIn(String said) {
        return said.replaceAll(".*?(?:signed|first) ([0-9]+).*", "$1");
    }

    private void awaitCosigned(long size) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() ->
                        askWitnesses.reports().stream()
                                .anyMatch(r -> r.well() && r.size() >= size));
        assertThat(readLog.checkpoint().orElseThrow().note()).contains("— " + WitnessProcess.NAME);
    }

    private void grow(long more, Random random) {
        long size = size() + more;
        while (size() < size) {
            int batch = (int) Math.min(1 + random.nextInt(MOST), size - size());
            var facts = Facts.withAccesses(batch);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> appendFacts.append(facts) >= 0);
        }
    }

    private static long size() {
        return Stored.number("select size from log_state");
    }

    private static Path copyOfKept(Path directory) throws IOException {
        var copy = directory.resolve("kept-copy");
        Files.write(copy, Files.readAllBytes(directory.resolve("kept")));
        return copy;
    }

    private static Verdict verify(String database, Stage stage, Path state) {
        var words =
                new ArrayList<>(
                        List.of(
                                LogCopies.url(database),
                                "--key",
                                stage.directory().resolve("log.vkey").toString(),
                                "--state",
                                state.toString()));
        words.addAll(stage.options());
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = VerifyLog.run(words, Duration.ofSeconds(30), out, out);
        var lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        return new Verdict(
                exit, exit == 1 ? lines.getFirst().replace("FAILS  ", "") : lines.getLast());
    }

    private static void print(
            PrintStream out, String name, String by, String named, long from, String said) {
        var seconds = "%.1f".formatted((System.nanoTime() - from) / 1e9);
        out.printf(Locale.ROOT, ROW, name, by, named, seconds, said);
    }
}
