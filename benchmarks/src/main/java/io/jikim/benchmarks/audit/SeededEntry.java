package io.jikim.benchmarks.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// An access as it stands in a log, made from its index alone.
///
/// Its leaf has the form and the size of a real one; its hashes are random, because ten million
/// real ones would take longer than the rest of the run.
final class SeededEntry {

    /// How many accesses there are of one person.
    private static final int EACH = 20;

    private static final List<String> PARTS = List.of("open", "sealed");
    private static final int HASH = 32;
    private static final long FIRST_MILLIS = 1_700_000_000_000L;
    private static final int PER_MILLI = 4;
    private static final int STAFF = 200;

    private SeededEntry() {}

    static byte[] leaf(SplittableRandom random) {
        var out = new ByteArrayOutputStream(100);
        out.write(0xA3);
        name("v", out);
        out.write(2);
        var hash = new byte[HASH];
        for (var part : PARTS) {
            name(part, out);
            out.write(0x58);
            out.write(HASH);
            random.nextBytes(hash);
            out.writeBytes(hash);
        }
        return out.toByteArray();
    }

    private static void name(String name, ByteArrayOutputStream out) {
        out.write(0x60 | name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    /// In the order of the log, as ids of events are that were made one after another.
    static UUID event(long index) {
        long millis = FIRST_MILLIS + index / PER_MILLI;
        return new UUID(millis << 16 | 0x7000 | index % PER_MILLI, mixed(index) >>> 2 | 1L << 63);
    }

    /// Whose data it was, in a log of so many entries: her accesses stand all over it.
    static UUID subject(long index, int entries) {
        return person(index % people(entries));
    }

    /// The first record about the same person.
    static long first(long index, int entries) {
        return index % people(entries);
    }

    /// Which of hers it is, from 1 on.
    static long number(long index, int entries) {
        return 1 + index / people(entries);
    }

    static int people(int entries) {
        return Math.max(1, entries / EACH);
    }

    static UUID person(long number) {
        return new UUID(
                mixed(number) & ~0xF000L | 0x4000L, mixed(number + 0x5EED) >>> 2 | 1L << 63);
    }

    static String actor(long index) {
        return person(-1 - mixed(index) % STAFF).toString();
    }

    static Instant at(long index) {
        return Instant.ofEpochMilli(FIRST_MILLIS + index / PER_MILLI)
                .plus(index % PER_MILLI, ChronoUnit.MICROS);
    }

    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
