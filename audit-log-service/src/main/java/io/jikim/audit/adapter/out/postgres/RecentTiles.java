package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.domain.Hash;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The tiles that were asked for last, as wide as they were wanted: 4 MiB of what cannot change any
/// more, since a tile that is not full only gets wider.
///
/// Whoever puts another database under a running service must start it anew; where there is a
/// witness, its next round finds out and forgets them.
final class RecentTiles {
    private static final int ROOM = 512;

    private record Place(int level, long index) {}

    private final LinkedHashMap<Place, byte[]> tiles = new LinkedHashMap<>(16, 0.75f, true);

    /// Its first hashes; empty where not as many are known.
    synchronized Optional<byte[]> find(int level, long index, int width) {
        int length = width * Hash.LENGTH;
        return Optional.ofNullable(tiles.get(new Place(level, index)))
                .filter(hashes -> hashes.length >= length)
                .map(hashes -> hashes.length == length ? hashes : Arrays.copyOf(hashes, length));
    }

    synchronized void forget() {
        tiles.clear();
    }

    synchronized void keep(int level, long index, byte[] hashes) {
        tiles.put(new Place(level, index), hashes);
        if (tiles.size() > ROOM) {
            tiles.pollFirstEntry();
        }
    }
}
