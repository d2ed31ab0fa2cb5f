package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.ReadLog;
import io.jikim.audit.application.port.LogKeys;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.NoteKey;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.ProjectRoot;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Lets a verifier of other people's making (`src/foreign`: Tessera's client and fsck, in Go) check
/// the log over HTTP while it grows, and then a log that was tampered with.
///
/// No part of the build, which needs no Go: `./jikim drill foreign` runs it.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class ForeignDrill {
    private static final List<Integer> SIZES =
            List.of(1, 5, 255, 256, 257, 300, 65_535, 65_536, 65_537, 70_000);
    private static final int BATCH = 2_000;
    static final String ROW = "foreign: %-28s %9s %10s %12s %8s  %s%n";
    private static final Path HOME = ProjectRoot.find().resolve("audit-log-service");
    static final Path OUTPUT = HOME.resolve("target/foreign");

    @Inject AppendFacts appendFacts;
    @Inject ReadLog readLog;
    @Inject LogKeys logKeys;

    record Verdict(int exit, List<String> checked, String complaint, long millis) {}

    /// The other way round: a log of Tessera's, which publishes nothing before its witness, ours,
    /// has cosigned it.
    @Test
    void a_foreign_log_is_cosigned_by_our_witness() throws IOException, InterruptedException {
        var program = build().toString();
        var directory = Files.createTempDirectory(OUTPUT, "witnessed").toString();
        run(program, "-new-log=" + directory);
        var witness = WitnessProcess.start(Path.of(directory), 0);
        var sizes =
                run(
                        program,
                        "-grow-log=" + directory,
                        "-witness=" + witness.get("listens"),
                        "-witness-key=" + witness.get("witness"));
        System.out.printf(
                "foreign: a log of Tessera's, witnessed by ours at each of the sizes %s%n", sizes);
        assertThat(sizes).isEqualTo("1 2 5 255 256 257 700");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var complaints = OUTPUT.resolve("complaints.txt");
        var process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(complaints)).isZero();
        return said.strip();
    }

    @Test
    void a_foreign_verifier_accepts_the_log_at_every_size_and_refuses_a_changed_one()
            throws IOException, InterruptedException, SQLException {
        assertThat(size()).as("the log of a database of its own").isZero();
        var verifier = build();
        var key = readLog.verifierKey();
        var seen = Files.createTempDirectory(OUTPUT, "seen");
        System.out.printf(
                ROW, "log", "resources", "inclusions", "consistency", "seconds", "verdict");
        for (int size : SIZES) {
            growTo(size);
            assertAccepted("size %,d".formatted(size), check(verifier, key, seen), size);
        }
        assertProofAccepted(verifier, key);
        assertAcceptedWhileItGrows(verifier, key, seen);

        assertRefused("the key of somebody else", check(verifier, anotherKey(key), seen));
        assertRefused("a log that was rewritten", check(verifier, key, seenOfAnotherPast()));
        tamper(
                "update entry set leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1) where index = 33333");
        assertRefused("one bit changed in one entry", check(verifier, key, seen));
    }

    /// As a C2SP tlog-proof, which another program of the same verifier reads.
    private void assertProofAccepted(Path verifier, String key)
            throws IOException, InterruptedException {
        var facts = Facts.fresh(300);
        appendFacts.append(facts);
        var told = facts.getFirst().told();
        var proof =
                given().auth()
                        .oauth2(TestTokens.forTenant(told.tenant()).withRoles("AUDITOR").token())
                        .get("/v1/log/tlog-proofs/" + told.event())
                        .asString();
        var file = Files.writeString(OUTPUT.resolve("one.tlog-proof"), proof);
        var said = run(verifier.toString(), "-proof=" + file, "-key=" + key);
        System.out.printf("foreign: a C2SP tlog-proof, entry and size: %s%n", said);
        assertThat(said).isEqualTo(SIZES.getLast() + "\t" + size());
    }

    private void assertAcceptedWhileItGrows(Path verifier, String key, Path seen)
            throws IOException, InterruptedException {
        var enough = new AtomicBoolean();
        try (var other = Executors.newSingleThreadExecutor()) {
            var growing =
                    other.submit(() -> {
                        while (!enough.get()) {
                            appendFacts.append(Facts.fresh(50));
                        }
                    });
            var verdict = check(verifier, key, seen);
            enough.set(true);
            assertThat(growing).succeedsWithin(Duration.ofMinutes(1));
            assertAccepted("size %,d and growing".formatted(SIZES.getLast()), verdict, 0);
        }
        assertThat(size()).isGreaterThan(SIZES.getLast());
    }

    static void assertAccepted(String log, Verdict verdict, int size) {
        print(log, verdict, "accepted");
        assertThat(verdict.exit()).as(verdict.complaint()).isZero();
        if (size > 0) {
            assertThat(verdict.checked().getFirst()).isEqualTo(String.valueOf(size));
        }
    }

    static void assertRefused(String log, Verdict verdict) {
        print(log, verdict, "refused, as it should be");
        assertThat(verdict.exit()).as("%s: %s", log, verdict).isEqualTo(1);
    }

    private static void print(String log, Verdict verdict, String expected) {
        boolean checked = verdict.exit() == 0;
        System.out.printf(
                Locale.ROOT,
                ROW,
                log,
                checked ? verdict.checked().get(1) : "",
                checked ? verdict.checked().get(2) : "",
                checked ? verdict.checked().get(3) : "",
                "%.1f".formatted(verdict.millis() / 1e3),
                (checked == expected.equals("accepted") ? expected : "WRONG")
                        + (checked ? "" : ": " + verdict.complaint()));
    }

    static Path build() throws IOException, InterruptedException {
        Files.createDirectories(OUTPUT);
        var program = OUTPUT.resolve("verifier");
        var go = System.getProperty("jikim.go", "go");
        var build =
                new ProcessBuilder(go, "build", "-o", program.toString(), ".")
                        .directory(HOME.resolve("src/foreign").toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(build.getInputStream().readAllBytes());
        assertThat(build.waitFor()).as("go build: %s", said).isZero();
        return program;
    }

    static Verdict check(Path verifier, String key, Path seen)
            throws IOException, InterruptedException {
        return check(verifier, key, seen, 0);
    }

    /// @param first the first entry that is kept
    static Verdict check(Path verifier, String key, Path seen, long first)
            throws IOException, InterruptedException {
        long from = System.nanoTime();
        var complaints = OUTPUT.resolve("complaints.txt");
        var run =
                new ProcessBuilder(
                                verifier.toString(),
                                "-url=http://localhost:%d/v1/log".formatted(RestAssured.port),
                                "-key=" + key,
                                "-seen=" + seen,
                                "-from=" + first)
                        .redirectError(complaints.toFile())
                        .start();
        var checked = List.of(new String(run.getInputStream().readAllBytes()).strip().split("\t"));
        int exit = run.waitFor();
        long millis = (System.nanoTime() - from) / 1_000_000;
        return new Verdict(exit, checked, firstOf(Files.readAllLines(complaints)), millis);
    }

    /// How the complaint begins, behind what Tessera logs; the rest are the bytes of a tile.
    private static String firstOf(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.matches("[IWEF][0-9]{4} .*"))
                .findFirst()
                .map(line -> line.replace(": log has:", ": the log has another one"))
                .orElse("");
    }

    /// What somebody remembers who was shown another log, signed with the right key.
    private Path seenOfAnotherPast() throws IOException {
        var past = Frontier.EMPTY.append(List.of(MerkleHash.leaf(new byte[1]))).frontier();
        var seen = Files.createTempDirectory(OUTPUT, "seen");
        Files.writeString(seen.resolve("1.checkpoint"), logKeys.sign(past));
        return seen;
    }

    /// Another key under the same name.
    private static String anotherKey(String key) {
        var publicKey = new byte[Hash.LENGTH];
        new Random(1).nextBytes(publicKey);
        return new NoteKey(key.substring(0, key.indexOf('+')), publicKey).verifierKey();
    }

    private void growTo(int size) {
        for (long missing = size - size(); missing > 0; missing = size - size()) {
            appendFacts.append(Facts.fresh((int) Math.min(BATCH, missing)));
        }
    }

    private static void tamper(String change) throws SQLException {
        try (var database = DriverManager.getConnection(LocalStack.shared().superuserUrl("audit"));
                var statement = database.createStatement()) {
            statement.execute("alter table entry disable trigger only_grows");
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }
    }

    private static long size() {
        return Stored.number("select size from log_state");
    }
}
