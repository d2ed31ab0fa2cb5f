package io.jikim.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A log in the tables of audit-log-service, as one snapshot: what is missing has an index there.
final class DatabaseSource implements LogSource {
    private static final String NEWEST = "select note from checkpoint order by size desc limit 1";
    private static final String HEADS = "select size, note from checkpoint order by size";
    private static final String STATE = "select size, root from log_state";
    private static final String FULL = "select hashes from tile where level = ? and index = ?";
    private static final String LEAVES =
            "select index, leaf_hash, leaf from entry where index >= ? and index < ? order by index";
    private static final String ROOTS =
            "select index, root from tile_root where level = ? and index >= ? and index < ? order by index";
    private static final int LONGEST_ENTRY = 0xFFFF;

    private final Connection database;

    DatabaseSource(Connection database) {
        this.database = database;
    }

    @Override
    public Optional<byte[]> checkpoint(int limit) throws Malformed {
        try (var query = database.prepareStatement(NEWEST);
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(utf8(row.getString(1))) : Optional.empty();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<byte[]> hashes(Tile tile, int limit) throws Malformed, DoesNotHold {
        try {
            if (!tile.isPartial()) {
                return full(tile);
            }
            return Optional.of(tile.level() == 0 ? openLeaves(tile) : openRoots(tile));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<byte[]> bundle(Tile tile, int limit) throws Malformed, DoesNotHold {
        var bundle = new ByteArrayOutputStream();
        try (var query = range(LEAVES, tile);
                var row = query.executeQuery()) {
            for (int i = 0; i < tile.width(); i++) {
                next(row, tile.firstEntry() + i, "entry ");
                var leaf = row.getBytes(3);
                if (leaf.length > LONGEST_ENTRY
                        || !Arrays.equals(InclusionProof.leafHash(leaf), row.getBytes(2))) {
                    throw new DoesNotHold(
                            "entry "
                                    + (tile.firstEntry() + i)
                                    + ": its hash is not the one beside it");
                }
                bundle.write(leaf.length >> 8);
                bundle.write(leaf.length);
                bundle.writeBytes(leaf);
            }
            return Optional.of(bundle.toByteArray());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<SignedHead> earlier(VerifierKey key) throws Malformed, DoesNotHold {
        var heads = new ArrayList<SignedHead>();
        try (var query = database.prepareStatement(HEADS);
                var row = query.executeQuery()) {
            while (row.next()) {
                heads.add(head(row, key));
            }
            compareState(heads);
            return heads;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static SignedHead head(ResultSet row, VerifierKey key)
            throws SQLException, Malformed, DoesNotHold {
        long size = row.getLong(1);
        try {
            var head = SignedHead.read(utf8(row.getString(2)), key);
            if (head.size() == size) {
                return head;
            }
        } catch (Malformed | DoesNotHold e) {
            throw new DoesNotHold("checkpoint of size " + size + ": " + e.getMessage());
        }
        throw new DoesNotHold("checkpoint of size " + size + ": speaks of another size");
    }

    /// What the service goes on from has to be what it signed last.
    private void compareState(List<SignedHead> heads) throws SQLException, DoesNotHold {
        try (var query = database.prepareStatement(STATE);
                var row = query.executeQuery()) {
            var last = heads.getLast();
            if (!row.next()
                    || row.getLong(1) != last.size()
                    || !Arrays.equals(row.getBytes(2), last.root())) {
                throw new DoesNotHold(
                        "log_state: is not the head that was signed last, of size " + last.size());
            }
        }
    }

    private Optional<byte[]> full(Tile tile) throws SQLException {
        try (var query = database.prepareStatement(FULL)) {
            query.setInt(1, tile.level());
            query.setLong(2, tile.index());
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private byte[] openLeaves(Tile tile) throws SQLException, DoesNotHold {
        try (var query = range(LEAVES, tile)) {
            return hashes(query, tile, "entry ");
        }
    }

    private byte[] openRoots(Tile tile) throws SQLException, DoesNotHold {
        try (var query = database.prepareStatement(ROOTS)) {
            long first = tile.index() * Tile.HASHES;
            query.setInt(1, tile.level() - 1);
            query.setLong(2, first);
            query.setLong(3, first + tile.width());
            return hashes(query, tile, "tile level " + (tile.level() - 1) + " index ");
        }
    }

    private static byte[] hashes(PreparedStatement query, Tile tile, String what)
            throws SQLException, DoesNotHold {
        var hashes = new ByteArrayOutputStream();
        try (var row = query.executeQuery()) {
            for (int i = 0; i < tile.width(); i++) {
                next(row, tile.index() * Tile.HASHES + i, what);
                hashes.writeBytes(row.getBytes(2));
            }
        }
        return hashes.toByteArray();
    }

    private PreparedStatement range(String sql, Tile tile) throws SQLException {
        var query = database.prepareStatement(sql);
        query.setLong(1, tile.firstEntry());
        query.setLong(2, tile.firstEntry() + tile.width());
        return query;
    }

    private static void next(ResultSet row, long index, String what)
            throws SQLException, DoesNotHold {
        if (!row.next() || row.getLong(1) != index) {
            throw new DoesNotHold(what + index + ": is missing from the database");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Malformed unreadable(SQLException e) {
        return new Malformed("the database cannot be read: " + e.getMessage());
    }
}
