package io.jikim.verifier.drill;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;

/// Changes to the bytes of a file.
enum ByteMutation {
    BIT_FLIPPED((good, random) -> {
        var flipped = good.clone();
        flipped[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }),
    BYTE_REPLACED((good, random) -> {
        var replaced = good.clone();
        replaced[random.nextInt(good.length)] = (byte) random.nextInt(256);
        return replaced;
    }),
    CUT((good, random) -> Arrays.copyOf(good, random.nextInt(good.length))),
    BEHEADED((good, random) -> Arrays.copyOfRange(good, random.nextInt(good.length), good.length)),
    STRETCH_DOUBLED((good, random) -> {
        int from = random.nextInt(good.length);
        int to = Math.min(good.length, from + 1 + random.nextInt(60));
        return insert(good, to, Arrays.copyOfRange(good, from, to));
    }),
    /// Overlong forms, a surrogate, a lone continuation, more than Unicode has, and what is right.
    NOT_UTF_8((good, random) -> {
        var sequences =
                new String[] {
                    "ff",
                    "c0af",
                    "e08080",
                    "eda080",
                    "80",
                    "f4908080",
                    "f8888080",
                    "e2",
                    "c3a9",
                    "efbbbf"
                };
        var sequence = sequences[random.nextInt(sequences.length)];
        return insert(good, random.nextInt(good.length + 1), HexFormat.of().parseHex(sequence));
    });

    private final BiFunction<byte[], Random, byte[]> change;

    ByteMutation(BiFunction<byte[], Random, byte[]> change) {
        this.change = change;
    }

    byte[] apply(byte[] good, Random random) {
        return change.apply(good, random);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(more);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
