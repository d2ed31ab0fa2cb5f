package io.jikim.verifier;

import java.util.Arrays;
import java.util.Optional;

/// What was found of a log that holds.
///
/// @param entries how many were read
/// @param accepted the size accepted before, if there was one
record LogVerdict(SignedHead head, long entries, Optional<Long> accepted) {

    /// Checks everything under the source's checkpoint.
    ///
    /// @param from entries below it need not be there
    /// @throws DoesNotHold naming the first place that is not as signed, now or before
    static LogVerdict of(
            LogSource source, VerifierKey key, long from, Optional<SignedHead> accepted)
            throws Malformed, DoesNotHold {
        var head = SignedHead.read(source, key);
        if (from > head.size()) {
            throw new Malformed(
                    "the log has " + head.size() + " entries, none from " + from + " on");
        }
        if (accepted.isPresent()) {
            refuseRollback(head, accepted.get());
        }
        var tiles = new LogTiles(source, head.size());
        var walk =
                new LogWalk(
                        tiles,
                        accepted.map(SignedHead::size).orElse(0L),
                        new EarlierHeads(source.earlier(key)));
        if (!Arrays.equals(walk.root(from), head.root())) {
            throw new DoesNotHold("root: the tiles lead to another one than the checkpoint's");
        }
        if (accepted.isPresent()) {
            refuseFork(tiles, head, accepted.get(), walk.acceptedRoot());
        }
        long first = Math.min(from / Tile.HASHES * Tile.HASHES, head.size());
        return new LogVerdict(head, head.size() - first, accepted.map(SignedHead::size));
    }

    private static void refuseRollback(SignedHead head, SignedHead accepted) throws DoesNotHold {
        if (head.size() < accepted.size()) {
            throw new DoesNotHold(
                    "rollback: the log has "
                            + head.size()
                            + " entries, and had signed "
                            + accepted.size());
        }
        if (head.size() == accepted.size() && !Arrays.equals(head.root(), accepted.root())) {
            throw new DoesNotHold(
                    "fork: the log has signed two different roots of " + head.size() + " entries");
        }
    }

    private static void refuseFork(
            LogTiles tiles, SignedHead head, SignedHead accepted, Optional<byte[]> walked)
            throws Malformed, DoesNotHold {
        if (accepted.size() == 0 || accepted.size() == head.size()) {
            return;
        }
        var same = walked.map(root -> Arrays.equals(root, accepted.root()));
        if (same.isEmpty()) {
            same = new TileProof(tiles).holds(accepted.size(), accepted.root(), head.root());
        }
        if (same.isEmpty()) {
            throw new Malformed(
                    "tiles are missing that could show the "
                            + accepted.size()
                            + " entries accepted before as the beginning of this log");
        }
        if (!same.get()) {
            throw new DoesNotHold(
                    "fork: the "
                            + accepted.size()
                            + " entries that were accepted before are not the beginning of this log");
        }
    }
}
