package io.jikim.audit.adapter.out.postgres;

import java.util.LinkedHashMap;
import java.util.Optional;

/// The full tiles that were asked for last: 4 MiB of what cannot change any more.
///
/// Whoever puts another database under a running service must start it anew.
final class RecentTiles {
    private static final int ROOM = 512;

    private record Place(int level, long index) {}

    private final LinkedHashMap<Place, byte[]> tiles = new LinkedHashMap<>(16, 0.75f, true);

    synchronized Optional<byte[]> find(int level, long index) {
        return Optional.ofNullable(tiles.get(new Place(level, index)));
    }

    synchronized void keep(int level, long index, byte[] hashes) {
        tiles.put(new Place(level, index), hashes);
        if (tiles.size() > ROOM) {
            tiles.pollFirstEntry();
        }
    }
}
