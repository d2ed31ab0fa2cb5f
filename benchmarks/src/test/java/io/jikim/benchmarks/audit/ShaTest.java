package io.jikim.benchmarks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against roots that others have published (transparency-dev/merkle, testonly/constants.go).
class ShaTest {

    private final Sha sha = new Sha();

    @Test
    void three_leaves_are_hashed_two_and_one() {
        var leaves = List.of(leaf(""), leaf("00"), leaf("10"));

        assertThat(hex(sha.root(leaves.subList(0, 1))))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(sha.root(leaves.subList(0, 2))))
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(hex(sha.root(leaves)))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    }

    private byte[] leaf(String hex) {
        return sha.leaf(HexFormat.of().parseHex(hex));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
