package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLogTest {

    @TempDir Path directory;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path log;
    private Path state;

    @BeforeEach
    void lay_out() throws IOException {
        log = directory.resolve("log");
        state = directory.resolve("state");
        Files.writeString(directory.resolve("log.vkey"), SampleLog.verifierKey() + "\n");
        SampleLog.of(300).writeTo(log);
    }

    @Test
    void a_good_log_exits_0_and_what_it_shows_is_said() {
        assertThat(verify()).isZero();
        assertThat(output())
                .contains("signed by jikim.test/log", "all 300 read", "only a witness can say");
        assertThat(verify("--from", "280")).isZero();
        assertThat(output()).contains("44 read, from 256 on, of 300");
    }

    @Test
    void says_the_same_as_json() throws IOException {
        assertThat(verify("--json")).isZero();
        assertThat(output()).contains("\"verdict\":\"holds\"", "\"size\":300").hasLineCount(1);
        flip("tile/entries/000", 40);
        assertThat(verify("--json")).isEqualTo(1);
        assertThat(output())
                .contains("{\"verdict\":\"fails\",\"reason\":\"entry 4: ")
                .hasLineCount(1);
        Files.delete(log.resolve("checkpoint"));
        assertThat(verify("--json")).isEqualTo(2);
        assertThat(output()).contains("\"unreadable\"").hasLineCount(1);
    }

    @Test
    void a_flipped_byte_exits_1_and_names_the_entry() throws IOException {
        flip("tile/entries/001.p/44", 5);
        assertThat(verify()).isEqualTo(1);
        assertThat(output()).contains("FAILS  entry 256: ", "does not hold");
    }

    @Test
    void wants_the_cosignature_of_the_witness_that_is_named() throws IOException, Malformed {
        var witness = Cosigner.in(directory, "witness.test/w1");
        var file = directory.resolve("witness.vkey");
        Files.writeString(file, witness.key() + "\n");
        assertThat(verify("--witness", file.toString())).isEqualTo(1);
        assertThat(output()).contains("the witness witness.test/w1 has not cosigned it");

        var checkpoint = log.resolve("checkpoint");
        var note = SignedNote.parse(Files.readString(checkpoint)).orElseThrow();
        Files.writeString(checkpoint, Files.readString(checkpoint) + witness.line(note.text(), 1));
        assertThat(verify("--witness", file.toString())).isZero();
        assertThat(verify("--witness", key())).isEqualTo(2);
    }

    @Test
    void remembers_what_it_accepted_and_refuses_a_rollback_and_a_fork() throws IOException {
        assertThat(verify("--state", state.toString())).isZero();
        SampleLog.of(400).writeTo(log);
        assertThat(verify("--state", state.toString())).isZero();
        assertThat(output()).contains("the 300 entries accepted before are its beginning");

        SampleLog.of(300).writeTo(log);
        assertThat(verify("--state", state.toString())).isEqualTo(1);
        assertThat(output()).contains("rollback");
        SampleLog.of(400, i -> ("other " + i).getBytes(StandardCharsets.UTF_8)).writeTo(log);
        assertThat(verify("--state", state.toString())).isEqualTo(1);
        assertThat(output()).contains("fork");
        SampleLog.of(500, i -> ("other " + i).getBytes(StandardCharsets.UTF_8)).writeTo(log);
        assertThat(verify("--state", state.toString())).isEqualTo(1);
        assertThat(output()).contains("fork");

        SampleLog.of(400).writeTo(log);
        assertThat(verify("--state", state.toString())).as("its memory is as it was").isZero();
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void a_log_that_does_not_hold_is_not_remembered() throws IOException {
        flip("tile/0/000", 0);
        assertThat(verify("--state", state.toString())).isEqualTo(1);
        assertThat(state).doesNotExist();
    }

    @Test
    void what_cannot_be_read_or_understood_exits_2() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run(log.toString())).isEqualTo(2);
        assertThat(run(log.toString(), "--key", directory.resolve("absent").toString()))
                .isEqualTo(2);
        assertThat(run(log.toString(), "--key", log.resolve("checkpoint").toString())).isEqualTo(2);
        assertThat(run(directory.resolve("absent").toString(), "--key", key())).isEqualTo(2);
        assertThat(run("http://user@localhost/x", "--key", key())).isEqualTo(2);
        assertThat(run("http:///x", "--key", key())).isEqualTo(2);
        assertThat(verify("--from", "301")).isEqualTo(2);
        assertThat(verify("--from", "-1")).isEqualTo(2);
        assertThat(verify("--from")).isEqualTo(2);
        assertThat(verify("--key", key())).isEqualTo(2);
        assertThat(verify("more")).isEqualTo(2);
        assertThat(verify("--more")).isEqualTo(2);
        assertThat(verify("--state", directory.resolve("no/such/place").toString())).isEqualTo(2);
        Files.writeString(state, "nothing");
        assertThat(verify("--state", state.toString())).isEqualTo(2);
        Files.delete(log.resolve("tile/0/000"));
        Files.createDirectory(log.resolve("tile/0/000"));
        assertThat(verify()).isEqualTo(2);
        Files.writeString(log.resolve("checkpoint"), "nothing");
        assertThat(verify()).isEqualTo(2);
        assertThat(output()).doesNotContain("\tat ");
    }

    private void flip(String path, int at) throws IOException {
        var bytes = Files.readAllBytes(log.resolve(path));
        bytes[at] ^= 1;
        Files.write(log.resolve(path), bytes);
    }

    private int verify(String... more) {
        var args = new ArrayList<>(List.of(log.toString(), "--key", key()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return VerifyLog.run(List.of(args), Duration.ofSeconds(30), out, out);
    }

    private String output() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String key() {
        return directory.resolve("log.vkey").toString();
    }
}
