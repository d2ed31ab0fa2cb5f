package io.jikim.verifier;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What a checkpoint says: whose log, how many leaves, which root (hex). (C2SP tlog-checkpoint)
record TreeHead(String origin, BigInteger size, String rootHex) {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64);
    private static final int HASH_LENGTH = 32;

    static Optional<TreeHead> parse(String text) {
        var lines = text.split("\n", -1);
        boolean wellFormed =
                lines.length >= 4
                        && Arrays.stream(lines, 0, lines.length - 1).noneMatch(String::isEmpty)
                        && lines[lines.length - 1].isEmpty()
                        && lines[1].matches("0|[1-9][0-9]{0,19}");
        if (!wellFormed) {
            return Optional.empty();
        }
        var size = new BigInteger(lines[1]);
        return Strict.base64(lines[2])
                .filter(root -> root.length == HASH_LENGTH && size.compareTo(MOST) < 0)
                .map(root -> new TreeHead(lines[0], size, HexFormat.of().formatHex(root)));
    }

    byte[] root() {
        return HexFormat.of().parseHex(rootHex);
    }
}
