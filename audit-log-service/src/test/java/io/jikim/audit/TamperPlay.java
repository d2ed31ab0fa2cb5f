package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.AskWitnesses;
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
    private static final String COPY = "tamper_copy";
    private static final int MOST = 500;

    private final AppendFacts appendFacts;
    private final AskWitnesses askWitnesses;
    private final ReadLog readLog;
    private final LogKeys keys;

    private record Verdict(int exit, String said) {}

    TamperPlay(AppendFacts appendFacts, AskWitnesses askWitnesses, ReadLog readLog, LogKeys keys) {
        this.appendFacts = appendFacts;
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
            grow(entries / 10, random);
            var kept = directory.resolve("kept");
            assertThat(verify(LogCopies.LOG, directory, kept).exit()).isZero();
            int keptSize = (int) size();
            // never ends with a full tile, for there is one to be open
            grow(entries / 10 + (size() + entries / 10) % 256 / 200 * 100, random);
            awaitCosigned(size());
            LogCopies.copy(LogCopies.LOG, TODAY);
            out.printf(
                    ROW,
                    "--seed " + seed + ", " + size() + " entries",
                    "found by",
                    "named",
                    "seconds",
                    "what it says");
            var missed = new ArrayList<String>();
            untouched(directory, out, missed);
            for (var mutation : new Rogue(random, keys, (int) size(), keptSize).mutations()) {
                judge(mutation, directory, out, missed);
            }
            // the copy that was rebuilt and signed anew, and yesterday's
            tellService("the same, and the service goes on with it", COPY, out, missed);
            tellService("restore yesterday's database", YESTERDAY, out, missed);
            return missed;
        } finally {
            LogCopies.drop(YESTERDAY, TODAY, COPY);
        }
    }

    private void untouched(Path directory, PrintStream out, List<String> missed)
            throws SQLException, IOException {
        LogCopies.copy(TODAY, COPY);
        long from = System.nanoTime();
        var verdict = verify(COPY, directory, copyOfKept(directory));
        print(out, "nothing", verdict.exit() == 0 ? "nobody" : "WRONG", "", from, verdict.said());
        if (verdict.exit() != 0) {
            missed.add("the untouched copy: " + verdict.said());
        }
    }

    private void judge(Mutation mutation, Path directory, PrintStream out, List<String> missed)
            throws SQLException, IOException {
        LogCopies.copy(TODAY, COPY);
        long place;
        try (var database = LogCopies.rogue(COPY)) {
            place = mutation.deed().play(database);
        }
        long from = System.nanoTime();
        var alone = verify(COPY, directory, directory.resolve("none"));
        var verdict = mutation.alone() ? alone : verify(COPY, directory, copyOfKept(directory));
        boolean found =
                alone.exit() == (mutation.alone() ? 1 : 0)
                        && verdict.exit() == 1
                        && Mutation.isNamed(verdict.said(), place);
        Files.deleteIfExists(directory.resolve("none"));
        var by = mutation.alone() ? "verify-log" : "verify-log --state";
        print(out, mutation.name(), found ? by : "MISSED", "" + place, from, verdict.said());
        if (!found) {
            missed.add(mutation.name() + " at " + place + ": " + verdict.said());
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

    private static Verdict verify(String database, Path directory, Path state) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit =
                VerifyLog.run(
                        List.of(
                                LogCopies.url(database),
                                "--key",
                                directory.resolve("log.vkey").toString(),
                                "--state",
                                state.toString()),
                        Duration.ofSeconds(30),
                        out,
                        out);
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
