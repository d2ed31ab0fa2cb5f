package io.jikim.benchmarks.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A log as files (C2SP tlog-tiles), as an auditor keeps one.
final class TileFiles {

    private static final int WIDTH = 256;

    private final Path directory;
    private final Sha sha = new Sha();
    private final SplittableRandom random = new SplittableRandom(4711);

    TileFiles(Path directory) {
        this.directory = directory;
    }

    void write(int entries, LogKey key) throws IOException {
        var hashes = bundles(entries);
        var root = sha.root(hashes);
        var row = hashes;
        for (int level = 0; !row.isEmpty(); level++) {
            row = tiles(level, row);
        }
        Files.writeString(directory.resolve("checkpoint"), key.note(entries, root));
    }

    private List<byte[]> bundles(int entries) throws IOException {
        var hashes = new ArrayList<byte[]>(entries);
        for (int from = 0; from < entries; from += WIDTH) {
            int width = Math.min(WIDTH, entries - from);
            var bundle = new ByteArrayOutputStream(WIDTH * 600);
            for (int i = 0; i < width; i++) {
                var leaf = SeededEntry.leaf(random);
                hashes.add(sha.leaf(leaf));
                bundle.write(leaf.length >> 8);
                bundle.write(leaf.length);
                bundle.writeBytes(leaf);
            }
            write("tile/entries/", from / WIDTH, width, bundle.toByteArray());
        }
        return hashes;
    }

    /// Returns the roots of the full ones.
    private List<byte[]> tiles(int level, List<byte[]> row) throws IOException {
        var roots = new ArrayList<byte[]>();
        for (int from = 0; from < row.size(); from += WIDTH) {
            var hashes = row.subList(from, Math.min(row.size(), from + WIDTH));
            var tile = new ByteArrayOutputStream(WIDTH * 32);
            hashes.forEach(tile::writeBytes);
            write("tile/" + level + "/", from / WIDTH, hashes.size(), tile.toByteArray());
            if (hashes.size() == WIDTH) {
                roots.add(sha.root(hashes));
            }
        }
        return roots;
    }

    private void write(String kind, int index, int width, byte[] bytes) throws IOException {
        var place = new StringBuilder("%03d".formatted(index % 1_000));
        for (int left = index / 1_000; left > 0; left /= 1_000) {
            place.insert(0, "x%03d/".formatted(left % 1_000));
        }
        var file = directory.resolve(kind + place + (width < WIDTH ? ".p/" + width : ""));
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
