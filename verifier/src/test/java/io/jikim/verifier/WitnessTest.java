package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.verifier.drill.NoteKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What C2SP tlog-witness (commit 5ba5ee8) says a witness must do, asked over HTTP.
class WitnessTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_679_315_147);
    private static final LongFunction<byte[]> HONEST = index -> NoteKey.utf8("entry " + index);
    private static final LongFunction<byte[]> FORKED =
            index -> NoteKey.utf8((index == 3 ? "forged " : "entry ") + index);
    private static final PrintStream NOWHERE =
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir Path directory;
    private final HttpClient client = HttpClient.newHttpClient();
    private WitnessServer witness;
    private String address;

    @BeforeEach
    void start() throws IOException, Malformed {
        Files.writeString(directory.resolve("log.vkey"), SampleLog.verifierKey() + "\n");
        witness = Witness.start(asked("witness.test/w1"), () -> NOON, address());
    }

    @AfterEach
    void stop() {
        witness.close();
        client.close();
    }

    @Test
    void cosigns_what_grows_and_says_until_when_it_knew_nothing_newer() throws Exception {
        int before = 0;
        for (int size : new int[] {0, 1, 1, 2, 7, 8, 255, 256, 257, 600}) {
            var answer = add(before, size, HONEST);

            assertThat(answer.statusCode()).as("%d to %d", before, size).isEqualTo(200);
            var note = text(SampleLog.of(size)) + answer.body();
            assertThat(key().hasCosigned(SignedNote.parse(note).orElseThrow())).isTrue();
            assertThat(Base64.getDecoder().decode(answer.body().strip().split(" ")[2]))
                    .hasSize(4 + 8 + 64)
                    .containsSequence(0, 0, 0, 0, 0x64, 0x18, 0x50, (byte) 0xcb);
            before = size;
        }
    }

    @Test
    void another_old_size_is_answered_with_the_one_that_is_known() throws Exception {
        assertConflict(add(1, 5, HONEST), 0);
        add(0, 5, HONEST);
        for (int old : new int[] {0, 1, 4}) {
            assertConflict(add(old, 5, HONEST), 5);
            assertConflict(add(old, 9, HONEST), 5);
        }
        assertConflict(add(4, 4, HONEST), 5);
        assertConflict(add(0, 5, FORKED), 5);
        assertThat(add(5, 9, HONEST).statusCode()).isEqualTo(200);
    }

    @Test
    void a_fork_is_refused_and_two_roots_of_one_size_are_kept_as_proof() throws Exception {
        add(0, 8, HONEST);
        assertThat(add(8, 12, FORKED).statusCode()).isEqualTo(422);
        assertThat(newest().body()).isEqualTo(cosigned(8));
        assertThat(evidence()).doesNotExist();

        assertThat(add(8, 8, FORKED).statusCode()).isEqualTo(422);
        assertThat(evidence()).hasContent(text(SampleLog.of(8, FORKED)));
        assertThat(add(8, 12, HONEST).statusCode()).isEqualTo(200);
    }

    @Test
    void a_proof_must_be_exactly_the_one_that_is_needed() throws Exception {
        var checkpoint = text(SampleLog.of(9));
        var hash = Base64.getEncoder().encodeToString(new byte[32]) + "\n";
        assertThat(post("old 0\n" + hash + "\n" + checkpoint).statusCode()).isEqualTo(422);
        add(0, 6, HONEST);
        var good = proof(6, 9, HONEST);
        assertThat(post("old 6\n\n" + checkpoint).statusCode()).isEqualTo(422);
        assertThat(post("old 6\n" + good + hash + "\n" + checkpoint).statusCode()).isEqualTo(422);
        assertThat(post("old 6\n" + hash + "\n" + text(SampleLog.of(6))).statusCode())
                .isEqualTo(422);
        assertThat(post("old 6\n" + good + "\n" + checkpoint).statusCode()).isEqualTo(200);
    }

    @Test
    void an_empty_tree_has_the_root_of_nothing() throws Exception {
        var other = SampleLog.checkpoint(0, new byte[32]);
        assertThat(post("old 0\n\n" + new String(other, StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void an_unknown_log_is_404_and_what_its_key_has_not_signed_403() throws Exception {
        var stranger = NoteKey.create();
        var body = SignedNote.parse(text(SampleLog.of(5))).orElseThrow().text();
        assertThat(
                        post("old 0\n\n" + stranger.note("other", "other\n5\n" + root() + "\n"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(post("old 0\n\n" + stranger.note(SampleLog.ORIGIN, body)).statusCode())
                .isEqualTo(403);
        var good = SampleLog.sign(body);
        var broken = good.replaceFirst("— (\\S+ \\S{20}).", "— $1x").split("\n\n")[1];
        assertThat(post("old 0\n\n" + good + broken).statusCode()).isEqualTo(403);
        var others = stranger.note("somebody.else/w", body).split("\n\n")[1];
        assertThat(post("old 0\n\n" + good + others).statusCode()).isEqualTo(200);
        assertThat(newest().body()).doesNotContain("somebody.else");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0\n",
                "old 00\n\nCHECKPOINT",
                "old -1\n\nCHECKPOINT",
                "old  0\n\nCHECKPOINT",
                "old 0 \n\nCHECKPOINT",
                "old 0\r\n\nCHECKPOINT",
                "size 0\n\nCHECKPOINT",
                "\n\nCHECKPOINT",
                "old 0\nAAAA\n\nCHECKPOINT",
                "old 0\nnot base64\n\nCHECKPOINT",
                "old 0\n\nnothing",
                "old 6\n\nCHECKPOINT",
                "old 99999999999999999999\n\nCHECKPOINT"
            })
    void what_the_protocol_does_not_have_is_400(String body) throws Exception {
        var sent = body.replace("CHECKPOINT", text(SampleLog.of(5)));
        assertThat(post(sent).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"63, 422", "64, 400"})
    void a_proof_has_63_lines_at_most(int lines, int status) throws Exception {
        var hashes = (Base64.getEncoder().encodeToString(new byte[32]) + "\n").repeat(lines);
        assertThat(post("old 0\n" + hashes + "\n" + text(SampleLog.of(5))).statusCode())
                .isEqualTo(status);
    }

    @Test
    void the_example_of_the_specification_is_read() throws Malformed {
        var example =
                AddCheckpoint.parse(
                        NoteKey.utf8(
                                """
                                old 20852014
                                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                                example.com/behind-the-sofa
                                20852163
                                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                                """));
        assertThat(example.old()).isEqualTo(20_852_014);
        assertThat(example.proof()).hasSize(4);
        var note = SignedNote.parse(example.checkpoint()).orElseThrow();
        assertThat(TreeHead.parse(note.text()).orElseThrow().size()).isEqualTo(20_852_163);
    }

    @Test
    void everybody_may_see_the_newest_head_with_both_signatures() throws Exception {
        assertThat(newest().statusCode()).isEqualTo(404);
        add(0, 5, HONEST);
        add(5, 9, HONEST);

        assertThat(newest().statusCode()).isEqualTo(200);
        assertThat(newest().body()).isEqualTo(cosigned(9));
        assertThat(get("/" + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(404);
        assertThat(get("/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(get("/" + WitnessedLog.hash(SampleLog.ORIGIN)).statusCode()).isEqualTo(404);
    }

    @Test
    void writes_its_key_where_those_look_who_want_to_know_it() throws Exception {
        witness.close();
        var published = directory.resolve("published");
        witness =
                Witness.start(
                        asked("witness.test/w1", "--publish", published.toString()),
                        () -> NOON,
                        address());

        assertThat(WitnessKey.read(published)).hasToString(key().toString());
        assertThat(add(0, 5, HONEST).statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_without_end_is_cut_off() throws Exception {
        assertThat(post("old 0\n".repeat(100_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void of_two_histories_that_come_at_once_one_is_cosigned() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int size = 8; size <= 128; size += 8) {
                int next = size;
                // an honest log that somebody forks at each step
                LongFunction<byte[]> fork =
                        index -> NoteKey.utf8((index >= next - 8 ? "forged " : "entry ") + index);
                var work = new ArrayList<Callable<Boolean>>();
                for (int i = 0; i < 8; i++) {
                    var entries = i % 2 == 0 ? HONEST : fork;
                    work.add(() -> add(next - 8, next, entries).statusCode() == 200);
                }
                int accepted = 0;
                for (var done : pool.invokeAll(work)) {
                    accepted += done.get() ? 1 : 0;
                }
                assertThat(accepted).as("at %d", next).isEqualTo(1);
                // whichever it was, the other begins with what both know
                if (!newest().body().startsWith(body(SampleLog.of(next)))) {
                    return;
                }
            }
        }
    }

    @Test
    void remembers_after_a_restart() throws Exception {
        add(0, 5, HONEST);
        var known = newest().body();
        restart("witness.test/w1");
        assertThat(newest().body()).isEqualTo(known);
        assertConflict(add(0, 9, FORKED), 5);
    }

    @Test
    void refuses_a_state_that_is_not_its_own() throws Exception {
        add(0, 5, HONEST);
        assertThatThrownBy(() -> Witness.start(asked("witness.test/w1"), () -> NOON, NOWHERE))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("another witness works in");
        assertThatThrownBy(() -> restart("witness.test/another"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("not cosigned by this witness");
        var state =
                directory.resolve("state/" + WitnessedLog.hash(SampleLog.ORIGIN) + ".checkpoint");
        Files.write(state, SampleLog.of(3).files.get("checkpoint"));
        assertThatThrownBy(() -> restart("witness.test/w1"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("not cosigned by this witness");
    }

    @Test
    void cosigns_nothing_on_a_state_that_was_changed_under_it() throws Exception {
        add(0, 5, HONEST);
        var state =
                directory.resolve("state/" + WitnessedLog.hash(SampleLog.ORIGIN) + ".checkpoint");
        Files.write(state, SampleLog.of(3).files.get("checkpoint"));

        assertThat(add(3, 9, HONEST).statusCode()).isEqualTo(500);
        assertThat(add(5, 9, HONEST).statusCode()).isEqualTo(500);
        assertThat(newest().statusCode()).isEqualTo(500);
    }

    /// Each answer that went out is on the disk, whatever the moment at which the process is
    /// killed.
    @Test
    void a_kill_takes_back_no_cosignature() throws Exception {
        stop();
        var other = HttpClient.newHttpClient();
        int size = 0;
        for (int round = 0; round < 3; round++) {
            var process = process();
            try (var lines = process.inputReader()) {
                lines.readLine();
                address = lines.readLine().replace("listens on ", "");
                int promised = size;
                var answered = send(other, "GET", path(), "");
                if (promised > 0) {
                    assertThat(answered.body()).startsWith(body(SampleLog.of(promised)));
                    assertThat(
                                    send(
                                                    other,
                                                    "POST",
                                                    "/add-checkpoint",
                                                    request(0, promised, FORKED))
                                            .statusCode())
                            .isEqualTo(409);
                }
                for (int more = 0; more < 20; more++) {
                    var cosigned =
                            send(other, "POST", "/add-checkpoint", request(size, size + 3, HONEST));
                    assertThat(cosigned.statusCode()).isEqualTo(200);
                    size += 3;
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        other.close();
    }

    @Test
    void one_who_sends_nothing_keeps_nobody_waiting() throws Exception {
        var at = URI.create(address);
        try (var silent = new Socket(at.getHost(), at.getPort())) {
            silent.getOutputStream()
                    .write("POST /add-checkpoint HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(add(0, 5, HONEST).statusCode()).isEqualTo(200);
        }
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Witness.class.getName(),
                        "--name",
                        "witness.test/w1",
                        "--state",
                        directory.resolve("state").toString(),
                        "--log",
                        directory.resolve("log.vkey").toString(),
                        "--listen",
                        "127.0.0.1:0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void restart(String name) throws IOException, Malformed {
        witness.close();
        witness = Witness.start(asked(name), () -> NOON, address());
    }

    private AskedWitness asked(String name, String... more) throws Malformed {
        var words =
                new ArrayList<>(
                        List.of(
                                "--name",
                                name,
                                "--state",
                                directory.resolve("state").toString(),
                                "--log",
                                directory.resolve("log.vkey").toString(),
                                "--listen",
                                "127.0.0.1:0"));
        words.addAll(List.of(more));
        return AskedWitness.parse(words);
    }

    /// Remembers the address that is said.
    private PrintStream address() {
        return new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (line.startsWith("listens on ")) {
                    address = line.replace("listens on ", "");
                }
            }
        };
    }

    private WitnessKey key() throws Malformed {
        return Cosigner.in(directory.resolve("state"), "witness.test/w1").key();
    }

    private HttpResponse<String> add(int old, int size, LongFunction<byte[]> entries)
            throws IOException, InterruptedException {
        return post(request(old, size, entries));
    }

    private static String request(int old, int size, LongFunction<byte[]> entries) {
        var hashes = old == 0 || old > size ? "" : proof(old, size, entries);
        return "old " + old + "\n" + hashes + "\n" + text(SampleLog.of(size, entries));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(client, "POST", "/add-checkpoint", body);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(client, "GET", path, "");
    }

    private HttpResponse<String> newest() throws IOException, InterruptedException {
        return get(path());
    }

    private static String path() {
        return "/" + WitnessedLog.hash(SampleLog.ORIGIN) + "/checkpoint";
    }

    private HttpResponse<String> send(HttpClient by, String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return by.send(request, BodyHandlers.ofString());
    }

    private Path evidence() {
        return directory.resolve("state/" + WitnessedLog.hash(SampleLog.ORIGIN) + ".fork");
    }

    private String cosigned(int size) throws Malformed {
        var text = body(SampleLog.of(size));
        var own = Cosigner.in(directory.resolve("state"), "witness.test/w1");
        return text(SampleLog.of(size)) + own.line(text, NOON.getEpochSecond());
    }

    private static void assertConflict(HttpResponse<String> answer, long size) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(size + "\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    }

    private static String text(SampleLog log) {
        return new String(log.files.get("checkpoint"), StandardCharsets.UTF_8);
    }

    private static String body(SampleLog log) {
        return SignedNote.parse(text(log)).orElseThrow().text();
    }

    private static String root() {
        return Base64.getEncoder().encodeToString(new byte[32]);
    }

    /// RFC 9162 §2.1.4.1, word for word, as lines.
    private static String proof(int old, int size, LongFunction<byte[]> entries) {
        var lines = new StringBuilder();
        if (old > 0) {
            subproof(old, SampleLog.leaves(size, entries), 0, size, true)
                    .forEach(hash ->
                            lines.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        }
        return lines.toString();
    }

    private static List<byte[]> subproof(
            int m, byte[][] leaves, int from, int to, boolean complete) {
        int n = to - from;
        if (m == n) {
            return complete ? List.of() : List.of(SampleLog.root(leaves, from, to));
        }
        int k = Integer.highestOneBit(n - 1);
        var proof = new ArrayList<byte[]>();
        if (m <= k) {
            proof.addAll(subproof(m, leaves, from, from + k, complete));
            proof.add(SampleLog.root(leaves, from + k, to));
        } else {
            proof.addAll(subproof(m - k, leaves, from + k, to, false));
            proof.add(SampleLog.root(leaves, from, from + k));
        }
        return proof;
    }
}
