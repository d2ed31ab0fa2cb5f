package io.jikim.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// What the log has signed while it grew. What was changed without a new signature lies behind the
/// last of these heads that still holds.
final class EarlierHeads {
    private final TreeMap<Long, byte[]> roots = new TreeMap<>();

    EarlierHeads(List<SignedHead> heads) {
        heads.forEach(head -> roots.put(head.size(), head.root()));
    }

    /// Compares what is taken from the tiles above unread, where a head of just that size was
    /// signed.
    ///
    /// @param edge of the log up to there
    void compareUnread(long size, RightEdge edge) throws DoesNotHold {
        var root = roots.get(size);
        if (size > 0 && root != null && !Arrays.equals(edge.root(0), root)) {
            throw new DoesNotHold(
                    "tiles over the entries below "
                            + size
                            + ": not what was signed with the checkpoint of size "
                            + size);
        }
    }

    /// Compares those that end inside this tile of level 0.
    ///
    /// @param edge of the log up to this tile, with it
    void compare(Tile tile, RightEdge edge) throws DoesNotHold {
        var inside = roots.subMap(tile.firstEntry(), false, tile.firstEntry() + tile.width(), true);
        for (var head : inside.entrySet()) {
            if (!Arrays.equals(
                    edge.root((int) (head.getKey() - tile.firstEntry())), head.getValue())) {
                throw new DoesNotHold(changed(head.getKey()));
            }
        }
    }

    private String changed(long size) {
        var before = roots.lowerKey(size);
        long first = before == null ? 0 : before;
        return (first == size - 1 ? "entry " + first : "entries " + first + " to " + (size - 1))
                + ": not what was signed with the checkpoint of size "
                + size;
    }
}
