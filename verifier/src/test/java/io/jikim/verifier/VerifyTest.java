package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jikim.verifier.drill.Sample;
import io.jikim.verifier.drill.SampleLeaf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path directory;
    private Sample sample;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void makeKeys() throws GeneralSecurityException, IOException {
        sample = new Sample(directory);
    }

    @Test
    void a_good_bundle_holds() throws GeneralSecurityException, IOException {
        assertThat(verify(sample.bundle())).isZero();
        assertThat(output())
                .contains(
                        "Everything in this file holds.",
                        "entry 2 of 5",
                        "signed by jikim.test/log")
                .doesNotContain("FAILS");
    }

    @Test
    void says_which_revision_this_is_and_that_a_later_one_cannot_be_excluded()
            throws GeneralSecurityException, IOException {
        assertThat(verify(sample.bundle())).isZero();
        assertThat(output()).contains("This is revision 1; a later one may say more");
    }

    @Test
    void a_number_that_is_written_in_another_way_exits_2()
            throws GeneralSecurityException, IOException {
        var good = JSON.writeValueAsString(sample.bundle());
        assertThat(good).contains("\"count\":0");
        for (var zero : List.of("-0", "00", "+0")) {
            var otherwise = good.replace("\"count\":0", "\"count\":" + zero);
            assertThat(verify(otherwise.getBytes(StandardCharsets.UTF_8))).as(zero).isEqualTo(2);
        }
        var exponent = good.replace("\"count\":0", "\"count\":0e0");
        assertThat(verify(exponent.getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
    }

    @Test
    void spaces_and_the_order_of_keys_do_not_matter() throws GeneralSecurityException, IOException {
        assertThat(verify(JSON.writeValueAsBytes(sample.bundle()))).isZero();
    }

    @Test
    void a_certificate_signed_anew_under_another_key_fails()
            throws GeneralSecurityException, IOException {
        assertThat(verify(sample.forged())).isEqualTo(1);
        assertThat(output()).contains("FAILS  certificate signature", "FAILS  signature key");
    }

    @Test
    void a_certificate_that_the_log_does_not_know_fails()
            throws GeneralSecurityException, IOException {
        assertThat(verify(sample.unlogged())).isEqualTo(1);
        assertThat(output())
                .contains("FAILS  log entry: certificateDigest")
                .contains("holds  certificate signature");
    }

    @Test
    void another_log_key_fails() throws GeneralSecurityException, IOException {
        var log = directory.resolve("other.pub.pem").toString();
        assertThat(verify(Sample.bytes(sample.bundle()), "--log-key", log)).isEqualTo(1);
        assertThat(output()).contains("FAILS  checkpoint");
    }

    @Test
    void without_a_log_part_it_does_not_hold() throws GeneralSecurityException, IOException {
        assertThat(verify(sample.bundle().putNull("log"))).isEqualTo(1);
        assertThat(output()).contains("no log proof in this file");
        assertThat(verify((ObjectNode) sample.bundle().without("log"))).isEqualTo(1);
    }

    @Test
    void each_changed_part_is_named() throws GeneralSecurityException, IOException {
        assertNames(
                "certificate signature",
                b -> ((ObjectNode) b.get("certificate")).put("level", "L4"));
        assertNames(
                "certificate: has no canonical form",
                b -> ((ObjectNode) b.get("certificate")).put("revision", 1.5));
        assertNames(
                "signature algorithm",
                b -> ((ObjectNode) b.get("signature")).put("algorithm", "none"));
        assertNames(
                "signature key",
                b -> ((ObjectNode) b.get("signature")).put("keyId", "0000000000000000"));
        assertNames(
                "certificate signature", b -> ((ObjectNode) b.get("signature")).put("value", ""));
        assertNames("inclusion proof", b -> ((ObjectNode) b.at("/log/entry")).put("index", 3));
        assertNames("inclusion proof", b -> ((ObjectNode) b.at("/log/entry")).put("index", -1));
        assertNames("inclusion proof", b -> ((ArrayNode) b.at("/log/proof/hashes")).remove(1));
        assertNames(
                "inclusion proof", b -> ((ArrayNode) b.at("/log/proof/hashes")).add("not a hash"));
        assertNames(
                "a disclosed field",
                b ->
                        ((ObjectNode) b.at("/log/entry/disclosed/time"))
                                .put("value", "2020-01-01T00:00:00Z"));
        assertNames(
                "type is missing", b -> ((ObjectNode) b.at("/log/entry/disclosed")).remove("type"));
        assertNames("its leaf", b -> ((ObjectNode) b.at("/log/entry")).put("leaf", "oA=="));
        assertNames("checkpoint", b -> ((ObjectNode) b.get("log")).put("checkpoint", "nothing"));
    }

    @Test
    void what_cannot_be_read_exits_2() throws GeneralSecurityException, IOException {
        var good = Sample.bytes(sample.bundle());
        assertThat(verify("not json".getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(verify(new byte[0])).isEqualTo(2);
        assertThat(verify(Arrays.copyOf(good, good.length / 2))).isEqualTo(2);
        assertThat(verify("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(
                        verify(
                                "{\"certificate\":{},\"certificate\":{},\"signature\":{}}"
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(verify(sample.bundle().put("more", 1))).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run(directory.resolve("absent.json").toString(), "--key", key())).isEqualTo(2);
        assertThat(verify(good, "--log-key", directory.resolve("absent.pem").toString()))
                .isEqualTo(2);
        var file = Files.write(directory.resolve("bundle.json"), good).toString();
        assertThat(run(file, "--key", file)).isEqualTo(2);
        assertThat(run(file, "--key")).isEqualTo(2);
    }

    static Stream<Function<Map<String, String>, SampleLeaf>> versions() {
        return Stream.of(SampleLeaf::flat, SampleLeaf::nested);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void an_entry_of_the_log_holds_and_says_what_is_disclosed_and_what_is_not(
            Function<Map<String, String>, SampleLeaf> leaf) throws IOException {
        assertThat(verifyEntry(sample.entry(leaf))).isZero();
        assertThat(output())
                .contains(
                        "holds  disclosed: actor is \"staff-1\"",
                        "holds  disclosed: time is \"2026-11-24T00:00:00Z\"",
                        "holds  not disclosed: from",
                        "entry 2 of 5",
                        "signed by jikim.test/log",
                        "Everything in this file holds.")
                .contains("disclosed: note is \"\\\"지킴\\\" \\\\ \\u202e\\u0007\"")
                .doesNotContain("203.0.113.7", "FAILS");

        var all = sample.entry(leaf);
        ((ObjectNode) all.at("/entry/disclosed")).removeAll();
        assertThat(verifyEntry(all)).isZero();
        assertThat(output()).contains("not disclosed: actor, from, note, time");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void an_entry_that_says_something_else_than_its_leaf_does_not_hold(
            Function<Map<String, String>, SampleLeaf> leaf) throws IOException {
        var other = sample.entry(leaf);
        ((ObjectNode) other.at("/entry/disclosed/actor")).put("value", "staff-2");
        assertThat(verifyEntry(other)).isEqualTo(1);
        assertThat(output()).contains("FAILS  disclosed: a field").doesNotContain("staff-2");

        var invented = sample.entry(leaf);
        var disclosed = (ObjectNode) invented.at("/entry/disclosed");
        disclosed.set("role", disclosed.get("actor").deepCopy());
        assertThat(verifyEntry(invented)).isEqualTo(1);

        var moved = sample.entry(leaf);
        ((ObjectNode) moved.get("entry")).put("index", 3);
        assertThat(verifyEntry(moved)).isEqualTo(1);
        assertThat(output()).contains("FAILS  inclusion proof");

        assertThat(verifyEntry(sample.entry(leaf), "other.pub.pem")).isEqualTo(1);
        assertThat(verifyEntry(sample.entry(leaf), "absent.pub.pem")).isEqualTo(2);
        assertThat(verifyEntry(sample.entry(leaf).put("more", 1))).isEqualTo(2);
        assertThat(verifyEntry((ObjectNode) sample.entry(leaf).without("proof"))).isEqualTo(2);
    }

    @Test
    void a_leaf_shown_in_another_shape_than_the_logged_one_does_not_hold() throws IOException {
        var hashes = sample.entry(SampleLeaf::nested);
        var values = Map.of("actor", "staff-1", "from", "203.0.113.7");
        for (var leaf :
                List.of(
                        SampleLeaf.nested(values).logged(),
                        SampleLeaf.flat(values).shown(),
                        new byte[] {(byte) 0xA1, 0x61, 'v', 2},
                        new byte[] {(byte) 0xA2, 0x61, 'v', 2},
                        new byte[] {(byte) 0xA2, 0x61, 'v'},
                        new byte[0])) {
            var text = Base64.getEncoder().encodeToString(leaf);
            ((ObjectNode) hashes.get("entry")).put("leaf", text);
            assertThat(verifyEntry(hashes)).isEqualTo(1);
        }
    }

    private int verifyEntry(ObjectNode entry) throws IOException {
        return verifyEntry(entry, "log.pub.pem");
    }

    /// With the log's key and no other.
    private int verifyEntry(ObjectNode entry, String key) throws IOException {
        said.reset();
        var file = Files.write(directory.resolve("proof.json"), Sample.bytes(entry)).toString();
        return run(file, "--log-key", directory.resolve(key).toString());
    }

    /// Flips bits, cuts, and doubles stretches of a good file: whatever still passes must say the
    /// same.
    @Test
    void no_mutation_passes_as_something_else() throws GeneralSecurityException, IOException {
        var good = Sample.bytes(sample.bundle());
        var meaning = JSON.readTree(good);
        var random = new Random(20261124);
        int exits0 = 0;
        for (int i = 0; i < 2_500; i++) {
            var mutated = mutate(good, random);
            said.reset();
            int exit = verify(mutated);
            assertThat(exit).isBetween(0, 2);
            assertThat(output()).doesNotContain("\tat ", "Exception");
            if (exit == 0) {
                exits0++;
                assertThat(sameMeaning(mutated, meaning)).as("mutation %d", i).isTrue();
            }
        }
        assertThat(exits0).isLessThan(2_500 / 2);
    }

    private static boolean sameMeaning(byte[] mutated, JsonNode meaning) {
        try {
            return JSON.readTree(new String(mutated, StandardCharsets.UTF_8)).equals(meaning);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static byte[] mutate(byte[] good, Random random) {
        int at = random.nextInt(good.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(good, at);
            case 1 -> Arrays.copyOfRange(good, at, good.length);
            case 2 -> splice(good, at, Math.min(good.length, at + 1 + random.nextInt(40)));
            default -> flip(good, at, random.nextInt(8));
        };
    }

    private static byte[] flip(byte[] good, int at, int bit) {
        var flipped = good.clone();
        flipped[at] ^= (byte) (1 << bit);
        return flipped;
    }

    private static byte[] splice(byte[] good, int from, int to) {
        var out = new ByteArrayOutputStream();
        out.write(good, 0, to);
        out.write(good, from, good.length - from);
        return out.toByteArray();
    }

    private void assertNames(String part, Consumer<ObjectNode> change)
            throws GeneralSecurityException, IOException {
        var bundle = sample.bundle();
        change.accept(bundle);
        said.reset();
        assertThat(verify(bundle)).as(part).isEqualTo(1);
        assertThat(output().lines().filter(l -> l.startsWith("FAILS")))
                .as(part)
                .anyMatch(l -> l.contains(part));
    }

    private int verify(ObjectNode bundle) throws IOException {
        return verify(Sample.bytes(bundle));
    }

    private int verify(byte[] bytes, String... more) throws IOException {
        var file = Files.write(directory.resolve("bundle.json"), bytes).toString();
        var args = new java.util.ArrayList<>(List.of(file, "--key", key()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Verify.run(List.of(args), out, out);
    }

    private String output() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String key() {
        return directory.resolve("certificate.pub.pem").toString();
    }
}
