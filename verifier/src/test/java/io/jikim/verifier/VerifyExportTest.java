package io.jikim.verifier;

import static io.jikim.verifier.drill.NoteKey.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyExportTest {
    private static final Map<String, String> READABLE =
            Map.of(
                    "records.csv", SampleExport.CSV,
                    "records.jsonl", SampleExport.JSONL,
                    "records.ocsf.jsonl", SampleExport.OCSF);

    @TempDir Path directory;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void lay_out_the_key() throws IOException {
        Files.writeString(directory.resolve("log.vkey"), SampleLog.verifierKey() + "\n");
    }

    @Test
    void a_good_export_exits_0_whatever_form_its_records_have() throws IOException {
        for (var form : READABLE.entrySet()) {
            var zip =
                    new SampleExport()
                            .zip(directory.resolve("a.zip"), form.getKey(), form.getValue());
            assertThat(verify(zip)).as(form.getKey() + said).isZero();
            assertThat(output())
                    .contains(
                            "signed by jikim.test/log",
                            "records: 2",
                            form.getKey() + ": says the same",
                            "cannot show that no record was left out")
                    .doesNotContain("More records follow");
        }
    }

    @Test
    void the_proof_may_stand_alone_or_beside_its_records() throws IOException {
        var proof = Files.write(directory.resolve("proof.jsonl"), new SampleExport().proof());
        assertThat(verify(proof)).isZero();
        for (var form : READABLE.entrySet()) {
            var records = Files.writeString(directory.resolve(form.getKey()), form.getValue());
            assertThat(verify(proof, records.toString())).as(form.getKey() + said).isZero();
        }
    }

    @Test
    void says_that_more_follows_and_says_the_same_as_json() throws IOException {
        var export = new SampleExport();
        export.proof.getFirst().put("complete", false);
        var zip = export.zip(directory.resolve("a.zip"), "records.csv", SampleExport.CSV);
        assertThat(verify(zip)).isZero();
        assertThat(output()).contains("More records follow");
        assertThat(verify(zip, "--json")).isZero();
        assertThat(output())
                .contains("\"verdict\":\"holds\"", "\"records\":2", "\"complete\":false")
                .hasLineCount(1);
    }

    @Test
    void the_first_line_that_does_not_hold_is_named() throws IOException {
        assertNames("line 3: entry 8: its field actor", e -> field(e, 2, "actor", "somebody"));
        assertNames("line 2: entry 3: its field from", e -> field(e, 1, "from", "203.0.113.8"));
        assertNames(
                "line 2: entry 3: does not disclose reason",
                e -> ((ObjectNode) e.proof.get(1).at("/entry/disclosed")).remove("reason"));
        assertNames(
                "line 3: entry 9: does not lead",
                e -> ((ObjectNode) e.proof.get(2).get("entry")).put("index", 9));
        assertNames(
                "line 3: entry 8: does not lead",
                e -> ((ArrayNode) e.proof.get(2).at("/proof/hashes")).remove(0));
        assertNames("line 3: entry 3 is behind a later one", e -> Collections.swap(e.proof, 1, 2));
        assertNames("line 3: entry 3 is behind a later one", e -> e.proof.set(2, e.proof.get(1)));
        assertNames("line 3: is missing; the export says it has 2", e -> e.proof.remove(2));
        assertNames("line 4: is one more", e -> e.proof.add(e.proof.get(2)));
        assertNames(
                "checkpoint: is not signed",
                e -> {
                    var note = e.proof.getFirst().get("checkpoint").asText();
                    e.proof.getFirst().put("checkpoint", note.replace("\n11\n", "\n12\n"));
                });
    }

    @Test
    void records_that_say_something_else_than_the_proof_do_not_hold() throws IOException {
        for (var form : READABLE.entrySet()) {
            for (var change :
                    List.of(
                            List.of("staff-1", "staff-2"),
                            List.of("INSPECTION", "OTHER_REASON"),
                            List.of(
                                    "00000000-0000-0000-0000-000000000001",
                                    "00000000-0000-0000-0000-000000000003"))) {
                var spoilt = form.getValue().replace(change.get(0), change.get(1));
                assertThat(verify(form.getKey(), spoilt)).as(form.getKey() + change).isEqualTo(1);
                assertThat(output()).contains("FAILS  " + form.getKey() + ", line ", "of entry ");
            }
            var last = form.getValue().lines().reduce((_, line) -> line).orElseThrow();
            var end = form.getKey().endsWith(".csv") ? "\r\n" : "\n";
            assertThat(verify(form.getKey(), form.getValue() + last + end)).isEqualTo(1);
            assertThat(output()).contains("is one more");
            var cut = form.getValue().substring(0, form.getValue().length() - last.length() - 3);
            assertThat(verify(form.getKey(), cut)).isNotZero();
        }
        assertThat(verify("records.csv", SampleExport.CSV.replace("reason", "excuse")))
                .isEqualTo(1);
        assertThat(verify("records.csv", SampleExport.CSV.replace("'=cmd", "=cmd"))).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_exits_2() throws IOException {
        var export = new SampleExport();
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b", "c", "--key", key())).isEqualTo(2);
        assertThat(run(directory.resolve("absent").toString(), "--key", key())).isEqualTo(2);
        var proof = Files.write(directory.resolve("p.jsonl"), export.proof());
        assertThat(run(proof.toString())).isEqualTo(2);
        assertThat(run(proof.toString(), "--key", proof.toString())).isEqualTo(2);
        assertThat(verify(proof, proof.resolveSibling("records.txt").toString())).isEqualTo(2);
        assertThat(verify("records.txt", "")).isEqualTo(2);
        assertThat(verify("../proof.jsonl", "")).isEqualTo(2);
        for (var cut : List.of(10, 900, export.proof().length - 5)) {
            Files.write(proof, Arrays.copyOf(export.proof(), cut));
            assertThat(verify(proof)).as("cut at " + cut).isEqualTo(2);
        }
        Files.write(proof, new byte[0]);
        assertThat(verify(proof)).isEqualTo(2);
        Files.write(proof, utf8("PK nothing"));
        assertThat(verify(proof)).isEqualTo(2);
        assertThat(output()).doesNotContain("\tat ");
    }

    @Test
    void no_flipped_byte_of_a_proof_passes_as_something_else() throws IOException {
        var good = new SampleExport().proof();
        var file = directory.resolve("proof.jsonl");
        var records = Files.writeString(directory.resolve("records.csv"), SampleExport.CSV);
        for (int at = 0; at < good.length; at += 3) {
            var flipped = good.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(file, flipped);
            int exit = verify(file, records.toString());
            assertThat(exit).as("byte %d", at).isBetween(1, 2);
        }
    }

    private static void field(SampleExport export, int line, String name, String value) {
        ((ObjectNode) export.proof.get(line).at("/entry/disclosed/" + name)).put("value", value);
    }

    private void assertNames(String what, Consumer<SampleExport> change) throws IOException {
        var export = new SampleExport();
        change.accept(export);
        assertThat(verify(Files.write(directory.resolve("proof.jsonl"), export.proof())))
                .as(what)
                .isEqualTo(1);
        assertThat(output()).contains("FAILS  ", what, "This export does not hold.");
    }

    private int verify(String name, String records) throws IOException {
        return verify(new SampleExport().zip(directory.resolve("a.zip"), name, records));
    }

    private int verify(Path file, String... more) {
        var args = new ArrayList<>(List.of(file.toString(), "--key", key()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return VerifyExport.run(List.of(args), out, out);
    }

    private String output() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String key() {
        return directory.resolve("log.vkey").toString();
    }
}
