package io.jikim.verifier;

import static io.jikim.verifier.drill.NoteKey.base64;
import static io.jikim.verifier.drill.NoteKey.join;
import static io.jikim.verifier.drill.NoteKey.utf8;

import io.jikim.verifier.drill.NoteKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/// A log of any size as C2SP tlog-tiles lays it out, made here as the formats say, and its key.
final class SampleLog implements PathSource {
    static final String ORIGIN = "jikim.test/log";
    private static final NoteKey KEY = NoteKey.create();

    /// By path.
    final Map<String, byte[]> files = new LinkedHashMap<>();

    /// Short entries, each different.
    static SampleLog of(int size) {
        return of(size, index -> utf8("entry " + index));
    }

    static SampleLog of(int size, LongFunction<byte[]> entries) {
        var log = new SampleLog();
        log.files.put("checkpoint", checkpoint(size, write(size, entries, log.files::put)));
        return log;
    }

    /// To be spoilt without the other.
    SampleLog copy() {
        var copy = new SampleLog();
        copy.files.putAll(files);
        return copy;
    }

    /// Writes the files of a log of entries of about 600 bytes without holding them.
    static void write(int size, Path directory) throws IOException {
        BiConsumer<String, byte[]> file = (path, bytes) -> store(directory, path, bytes);
        var root = write(size, SampleLog::longEntry, file);
        file.accept("checkpoint", checkpoint(size, root));
        Files.writeString(directory.resolve("log.vkey"), verifierKey() + "\n");
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws Malformed {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    void writeTo(Path directory) {
        files.forEach((path, bytes) -> store(directory, path, bytes));
    }

    /// What pruning may take when entries below `minimum` are not published any more.
    void prune(long minimum) {
        files.keySet()
                .removeIf(path ->
                        !path.contains(".p/")
                                && !path.equals("checkpoint")
                                && endOf(path) <= minimum);
    }

    static String verifierKey() {
        return KEY.verifierKey(ORIGIN);
    }

    static byte[] checkpoint(long size, byte[] root) {
        return utf8(sign(ORIGIN + "\n" + size + "\n" + base64(root) + "\n"));
    }

    static String sign(String text) {
        return KEY.note(ORIGIN, text);
    }

    /// Root over leaf hashes, word for word as RFC 9162 §2.1.1 defines it.
    static byte[] root(byte[][] leaves, int from, int to) {
        int n = to - from;
        if (n == 0) {
            return Sha256.of();
        }
        if (n == 1) {
            return leaves[from];
        }
        int k = 1;
        while (2 * k < n) {
            k = 2 * k;
        }
        return Sha256.of(new byte[] {1}, root(leaves, from, from + k), root(leaves, from + k, to));
    }

    static byte[][] leaves(int size, LongFunction<byte[]> entries) {
        var leaves = new byte[size][];
        for (int i = 0; i < size; i++) {
            leaves[i] = Sha256.of(new byte[] {0}, entries.apply(i));
        }
        return leaves;
    }

    /// Returns the root.
    private static byte[] write(
            int size, LongFunction<byte[]> entries, BiConsumer<String, byte[]> files) {
        var leaves = leaves(size, entries);
        for (int from = 0; from < size; from += 256) {
            int to = Math.min(size, from + 256);
            var bundle = new ByteArrayOutputStream();
            for (int i = from; i < to; i++) {
                var entry = entries.apply(i);
                bundle.writeBytes(new byte[] {(byte) (entry.length >> 8), (byte) entry.length});
                bundle.writeBytes(entry);
            }
            files.accept("tile/entries/" + place(from / 256, to - from), bundle.toByteArray());
        }
        int level = 0;
        for (var row = leaves; row.length > 0; row = above(row)) {
            for (int from = 0; from < row.length; from += 256) {
                int to = Math.min(row.length, from + 256);
                var tile = join(Arrays.copyOfRange(row, from, to));
                files.accept("tile/" + level + "/" + place(from / 256, to - from), tile);
            }
            level++;
        }
        return root(leaves, 0, size);
    }

    private static byte[][] above(byte[][] row) {
        var above = new byte[row.length / 256][];
        for (int i = 0; i < above.length; i++) {
            above[i] = root(row, 256 * i, 256 * (i + 1));
        }
        return above;
    }

    private static String place(int index, int width) {
        var name =
                index < 1000
                        ? "%03d".formatted(index)
                        : "x%03d/%03d".formatted(index / 1000, index % 1000);
        return width == 256 ? name : name + ".p/" + width;
    }

    private static long endOf(String path) {
        var parts = path.split("/", 3);
        int level = parts[1].equals("entries") ? 0 : Integer.parseInt(parts[1]);
        long index = Long.parseLong(parts[2].replaceAll("[x/]", ""));
        return (index + 1) << 8 * (level + 1);
    }

    private static byte[] longEntry(long index) {
        var entry = new byte[580 + (int) (index % 41)];
        new Random(index).nextBytes(entry);
        return entry;
    }

    private static void store(Path directory, String path, byte[] bytes) {
        try {
            var file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
