package io.jikim.verifier;

import java.util.Optional;

/// A log under the paths of C2SP tlog-tiles.
interface PathSource extends LogSource {

    /// Empty where there is no such file.
    Optional<byte[]> read(String path, int limit) throws Malformed;

    @Override
    default Optional<byte[]> checkpoint(int limit) throws Malformed {
        return read("checkpoint", limit);
    }

    @Override
    default Optional<byte[]> hashes(Tile tile, int limit) throws Malformed {
        return read(tile.path(), limit);
    }

    @Override
    default Optional<byte[]> bundle(Tile tile, int limit) throws Malformed {
        return read(tile.bundlePath(), limit);
    }
}
