package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Proofs that others published, right and wrong ones (files under `src/test/resources` name the
/// source).
class PublicVectorsTest {

    @Test
    void inclusion_holds_exactly_where_the_98_published_probes_say() throws IOException {
        var probes = probes("inclusion-vectors.txt");

        assertThat(probes).hasSize(98);
        assertThat(probes)
                .allSatisfy(p ->
                        assertThat(verdict(p, PublicVectorsTest::includes))
                                .as(p[0])
                                .isEqualTo(p[1]));
    }

    @Test
    void consistency_holds_exactly_where_the_98_published_probes_say() throws IOException {
        var probes = probes("consistency-vectors.txt");

        assertThat(probes).hasSize(98);
        assertThat(probes)
                .allSatisfy(p ->
                        assertThat(verdict(p, PublicVectorsTest::consistent))
                                .as(p[0])
                                .isEqualTo(p[1]));
    }

    private static boolean includes(String[] probe) {
        return ProofCheck.includes(
                size(probe[2]),
                size(probe[3]),
                strict(probe[4]),
                proof(probe[6]),
                strict(probe[5]));
    }

    private static boolean consistent(String[] probe) {
        return ProofCheck.consistent(
                size(probe[2]), size(probe[3]), hash(probe[4]), hash(probe[5]), proof(probe[6]));
    }

    /// A leaf hash that has not 32 bytes is refused before any proof is looked at.
    private static String verdict(String[] probe, Predicate<String[]> check) {
        try {
            return check.test(probe) ? "yes" : "no";
        } catch (IllegalArgumentException e) {
            return "no";
        }
    }

    private static long size(String number) {
        return Long.parseUnsignedLong(number);
    }

    private static Hash strict(String base64) {
        return Hash.of(base64.equals("!") ? new byte[0] : Base64.getDecoder().decode(base64));
    }

    /// Some probes have other bytes than a hash; their own hash stands in, so that equal stays
    /// equal.
    private static Hash hash(String base64) {
        var bytes = base64.equals("!") ? new byte[0] : Base64.getDecoder().decode(base64);
        return bytes.length == Hash.LENGTH ? Hash.of(bytes) : Sha256.of(bytes);
    }

    private static List<Hash> proof(String list) {
        return list.equals("-")
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(PublicVectorsTest::hash).toList();
    }

    private static List<String[]> probes(String file) throws IOException {
        try (var in =
                        Objects.requireNonNull(
                                PublicVectorsTest.class.getResourceAsStream("/" + file));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split(" \\| "))
                    .toList();
        }
    }
}
