package io.jikim.audit.domain;

import java.nio.ByteBuffer;
import java.util.List;

/// Leaves as a verifier reads them: one behind the other, each after its length in two bytes (C2SP
/// tlog-tiles).
public final class EntryBundle {
    private static final int MOST = 0xFFFF;

    private EntryBundle() {}

    public static byte[] of(List<byte[]> leaves) {
        var bundle =
                ByteBuffer.allocate(
                        leaves.stream().mapToInt(leaf -> Short.BYTES + length(leaf)).sum());
        leaves.forEach(leaf -> bundle.putShort((short) leaf.length).put(leaf));
        return bundle.array();
    }

    private static int length(byte[] leaf) {
        if (leaf.length > MOST) {
            throw new IllegalArgumentException("a leaf has at most 65,535 bytes");
        }
        return leaf.length;
    }
}
