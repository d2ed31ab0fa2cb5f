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
import java.util.function.Supplier;

/// Query: the tiles of the log and the leaves below them, from which anyone can compute every
/// proof.
///
/// Only what the newest checkpoint covers is shown, so that nobody sees a tile that is not signed
/// for. What it covers was committed with it and stays until it is pruned: whoever has a checkpoint
/// finds all of its tiles above the minimum index, in the widths of then, however far the log has
/// grown. Below it (C2SP tlog-tiles, "Pruning") there is no bundle and no tile of the lowest level;
/// the tiles above those stay.
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
        return shown(address, () -> rows.read(address.level(), address.index(), address.width()))
                .map(Hash::joined);
    }

    /// The entry bundle below a tile of level 0. Empty where the log has no such tile.
    @Transactional
    public Optional<byte[]> bundle(TileAddress address) {
        long from = address.index() * Tile.WIDTH;
        return shown(address, () -> leaves.read(from, from + address.width())).map(EntryBundle::of);
    }

    private <T> Optional<List<T>> shown(TileAddress address, Supplier<List<T>> read) {
        var size = coveringSize(address);
        if (size.isEmpty() || isPruned(address)) {
            return Optional.empty();
        }
        var stored = read.get();
        if (stored.size() >= address.width()) {
            return Optional.of(stored.subList(0, address.width()));
        }
        if (isPruned(address)) {
            return Optional.empty();
        }
        throw new BrokenLog(size.get());
    }

    private boolean isPruned(TileAddress address) {
        return address.level() == 0 && address.index() < leaves.minimumIndex() / Tile.WIDTH;
    }

    private Optional<Long> coveringSize(TileAddress address) {
        return checkpoints.latest().map(Checkpoints.SignedHead::size).filter(address::standsIn);
    }
}
