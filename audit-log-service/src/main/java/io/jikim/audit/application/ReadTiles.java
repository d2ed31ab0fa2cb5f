package io.jikim.audit.application;

import io.jikim.audit.application.port.BrokenLog;
import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Leaves;
import io.jikim.audit.domain.EntryBundle;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Tile;
import io.jikim.audit.domain.TileAddress;
import io.jikim.audit.domain.TiledSubtrees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Query: the tiles of the log and the leaves below them, from which anyone can compute every
/// proof.
///
/// Only what the newest checkpoint covers is shown, so that nobody sees a tile that is not signed
/// for. What it covers was committed with it and never goes away: whoever has a checkpoint finds
/// all of its tiles, in the widths of then, however far the log has grown.
@ApplicationScoped
public class ReadTiles {
    private final Checkpoints checkpoints;
    private final TiledSubtrees.Rows rows;
    private final Leaves leaves;

    ReadTiles(Checkpoints checkpoints, TiledSubtrees.Rows rows, Leaves leaves) {
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.leaves = leaves;
    }

    /// The hashes of a tile, 32 bytes each. Empty where the log has no such tile.
    @Transactional
    public Optional<byte[]> hashes(TileAddress address) {
        return coveringSize(address)
                .map(size ->
                        first(address.width(), rows.read(address.level(), address.index()), size))
                .map(Hash::joined);
    }

    /// The entry bundle below a tile of level 0. Empty where the log has no such tile.
    @Transactional
    public Optional<byte[]> bundle(TileAddress address) {
        long from = address.index() * Tile.WIDTH;
        return coveringSize(address)
                .map(size ->
                        first(address.width(), leaves.read(from, from + address.width()), size))
                .map(EntryBundle::of);
    }

    private Optional<Long> coveringSize(TileAddress address) {
        return checkpoints.latest().map(Checkpoints.SignedHead::size).filter(address::standsIn);
    }

    private static <T> List<T> first(int width, List<T> stored, long size) {
        if (stored.size() < width) {
            throw new BrokenLog(size);
        }
        return stored.subList(0, width);
    }
}
