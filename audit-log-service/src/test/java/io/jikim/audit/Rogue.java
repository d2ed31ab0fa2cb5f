package io.jikim.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.audit.application.port.LogKeys;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Leaf;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.Secret;
import io.jikim.audit.domain.Tile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/// Whoever administers the database, wants a record changed, and does it well. He even has the
/// log's key.
final class Rogue {
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final int WIDTH = Tile.WIDTH;

    private final Random random;
    private final LogKeys keys;
    private final int first;
    private final int size;
    private final int kept;

    /// @param first the first entry that was not pruned
    /// @param size of the log
    /// @param kept the size of the checkpoint that somebody else kept
    Rogue(Random random, LogKeys keys, int first, int size, int kept) {
        this.random = random;
        this.keys = keys;
        this.first = first;
        this.size = size;
        this.kept = kept;
    }

    List<Mutation> mutations() {
        int full = size / WIDTH * WIDTH;
        return List.of(
                alone("update a leaf", db -> changeLeaf(db, below(size), false)),
                alone("... with its hash", db -> changeLeaf(db, below(full), true)),
                alone(
                        "... with its hash, in the open tile",
                        db -> changeLeaf(db, full + any(size - full), true)),
                alone("... with its values and all tiles", db -> rewrite(db, below(size), false)),
                alone("delete an entry", db -> deleteEntry(db, below(size))),
                alone("swap two entries", this::swap),
                alone("insert an entry", this::insert),
                alone("truncate the end", this::truncate),
                alone("change a tile", this::changeTile),
                alone("change the root kept of a tile", this::changeTileRoot),
                alone("change a disclosed value", db -> changeValue(db, below(size))),
                alone("add a value to an entry", db -> addValue(db, below(size))),
                alone("remove the values of an entry", this::removeValues),
                alone("hide an access from its person", this::hideAccess),
                alone("renumber an access of a person", this::renumber),
                alone("take a person's last number back", this::stepBack),
                alone("rewrite an access, and all signed since", this::rewriteAccess),
                alone("give an access to another actor", this::changeActor),
                alone("change a signed head", this::changeHead),
                outside(
                        "truncate, with all that was signed since",
                        db -> truncateSigned(db, kept - 1 - any((kept - first) / 4))),
                outside(
                        "rebuild all and sign it anew",
                        db -> {
                            rewrite(db, noAccess(db), true);
                            return kept;
                        }));
    }

    /// What can be done besides to a log that was pruned.
    List<Mutation> mutationsOfPruned() {
        return List.of(
                alone("change the root kept of a pruned tile", this::changePrunedRoot),
                alone("prune what is not over", this::pruneMore));
    }

    private static Mutation alone(String name, Mutation.Deed deed) {
        return new Mutation(name, true, deed);
    }

    private static Mutation outside(String name, Mutation.Deed deed) {
        return new Mutation(name, false, deed);
    }

    private int any(int bound) {
        return random.nextInt(bound);
    }

    /// An entry that is kept.
    private int below(int end) {
        return first + any(end - first);
    }

    private static final String CHAINS =
            """
            insert into subject_chain
            select distinct on (tenant, subject) tenant, subject, since, number, index, leaf_hash
            from access_subject join entry using (index) order by tenant, subject, index desc
            """;

    private static long changeLeaf(Connection db, long index, boolean withHash)
            throws SQLException {
        var hash = withHash ? ", leaf_hash = sha256('\\x00' || " + FLIPPED + ")" : "";
        one(db, "update entry set leaf = " + FLIPPED + hash + " where index = " + index);
        return index;
    }

    private static final String FLIPPED = "set_byte(leaf, 20, get_byte(leaf, 20) # 1)";

    private static long deleteEntry(Connection db, long index) throws SQLException {
        one(db, "delete from entry where index = " + index);
        return index;
    }

    private long swap(Connection db) throws SQLException {
        int one = below(size - 1);
        int other = one + 1 + any(size - one - 1);
        for (var table : List.of("entry", "disclosure", "access_subject")) {
            run(
                    db,
                    "create temp table two as select * from %s where index in (%d, %d)",
                    table,
                    one,
                    other);
            run(db, "delete from %s where index in (%d, %d)", table, one, other);
            run(db, "update two set index = %d - index", one + other);
            run(db, "insert into %s select * from two", table);
            run(db, "drop table two");
        }
        return one;
    }

    /// All behind it move up.
    private long insert(Connection db) throws SQLException {
        int index = below(size - 1);
        for (var table : List.of("entry", "disclosure", "access_subject")) {
            run(db, "create temp table moved as select * from %s where index >= %d", table, index);
            run(db, "delete from %s where index >= %d", table, index);
            run(db, "update moved set index = index + 1");
            run(db, "insert into %s select * from moved", table);
            run(db, "drop table moved");
        }
        var event = ", event_id = '%s'".formatted(new UUID(7, random.nextLong()));
        for (var made : List.of("entry", "disclosure")) {
            run(db, "create temp table made as select * from %s where index = %d", made, index + 1);
            run(db, "update made set index = %d%s", index, made.equals("entry") ? event : "");
            run(db, "insert into %s select * from made", made);
            run(db, "drop table made");
        }
        return index;
    }

    private long truncate(Connection db) throws SQLException {
        int index = size - 1 - any((size - first) / 10);
        run(db, "delete from entry where index >= %d", index);
        run(db, "delete from disclosure where index >= %d", index);
        return index;
    }

    /// Leaves a log that was signed once: the newest head of at most that size.
    private long truncateSigned(Connection db, long most) throws SQLException {
        long head = number(db, "select max(size) from checkpoint where size <= " + most);
        for (var table : List.of("entry", "disclosure", "access_subject")) {
            run(db, "delete from %s where index >= %d", table, head);
        }
        run(db, "delete from tile where (index + 1) << (8 * (level + 1)) > %d", head);
        run(db, "delete from subject_chain");
        run(db, CHAINS);
        run(db, "delete from cosignature where size > %d", head);
        run(db, "delete from checkpoint where size > %d", head);
        setState(db, unread(db).append(hashes(db)).frontier());
        return head;
    }

    private long changeTile(Connection db) throws SQLException {
        int tile = first / WIDTH + any(size / WIDTH - first / WIDTH);
        int hash = any(WIDTH);
        int at = hash * Hash.LENGTH + any(Hash.LENGTH);
        one(
                db,
                "update tile set hashes = set_byte(hashes, %d, get_byte(hashes, %d) # 1) where level = 0 and index = %d"
                        .formatted(at, at, tile));
        return (long) tile * WIDTH + hash;
    }

    /// Named is the tile, as the one below level 1 that has another root.
    private long changeTileRoot(Connection db) throws SQLException {
        int open = Math.max(first / WIDTH, size / WIDTH / WIDTH * WIDTH);
        int tile = open + any(size / WIDTH - open);
        one(
                db,
                "update tile set root = set_byte(root, 3, get_byte(root, 3) # 1) where level = 0 and index = "
                        + tile);
        return tile;
    }

    /// Named is the size of the head whose tiles these are.
    private long changePrunedRoot(Connection db) throws SQLException {
        int open = first / WIDTH / WIDTH * WIDTH;
        one(
                db,
                "update pruned_root set root = set_byte(root, 3, get_byte(root, 3) # 1) where index = "
                        + (open + any(first / WIDTH - open)));
        return first;
    }

    /// Whoever knows how long the law keeps begins where it does, whatever the log says.
    private long pruneMore(Connection db) throws SQLException {
        for (var table : List.of("entry", "disclosure", "access_subject")) {
            run(db, "delete from %s where index < %d", table, first + WIDTH);
        }
        run(
                db,
                "with gone as (delete from tile where level = 0 and index = %d returning index, root)"
                        + " insert into pruned_root select * from gone",
                first / WIDTH);
        run(db, "update log_month set first_index = first_index + %d", WIDTH);
        return first;
    }

    private static long changeValue(Connection db, long index) throws SQLException {
        one(
                db,
                "update disclosure set fields = jsonb_set(fields::jsonb, '{position}', '\"1/999\"')::text where index = "
                        + index);
        return index;
    }

    /// One that has no bytes to commit to.
    private static long addValue(Connection db, long index) throws SQLException {
        one(
                db,
                "update disclosure set fields = left(fields, -1) || ',\"more\":\"\\ud800\"}' where index = "
                        + index);
        return index;
    }

    private long removeValues(Connection db) throws SQLException {
        int index = below(size);
        one(db, "delete from disclosure where index = " + index);
        return index;
    }

    private long hideAccess(Connection db) throws SQLException {
        long index = anAccess(db);
        run(db, "delete from access_subject where index = %d", index);
        return index;
    }

    private long renumber(Connection db) throws SQLException {
        long index = anAccess(db);
        run(db, "update access_subject set number = number + 1 where index = %d", index);
        return index;
    }

    /// So that the next record about her takes it once more, and this one can be left out.
    private long stepBack(Connection db) throws SQLException {
        long index = number(db, "select max(index) from subject_chain");
        run(db, "delete from subject_chain where index = %d", index);
        run(
                db,
                CHAINS.replace("order by", "where index <> %d order by")
                        + " on conflict do nothing",
                index);
        return index;
    }

    /// Whatever is chained to it names what it was.
    private long rewriteAccess(Connection db) throws SQLException {
        long index =
                number(
                        db,
                        "select s.index from access_subject s join subject_chain c using (tenant, subject)"
                                + " where s.index >= %d and c.index > s.index order by s.index limit 1"
                                        .formatted(any(kept / 2)));
        rewrite(db, index, true);
        return index;
    }

    private long noAccess(Connection db) throws SQLException {
        return number(
                db,
                "select index from disclosure where actor is null and index >= %d order by index limit 1"
                        .formatted(any(kept / 2)));
    }

    private long changeActor(Connection db) throws SQLException {
        long index = anAccess(db);
        one(db, "update disclosure set actor = 'somebody-else' where index = " + index);
        return index;
    }

    private long anAccess(Connection db) throws SQLException {
        return number(
                db,
                "select index from access_subject where index >= %d order by index limit 1"
                        .formatted(below((first + size) / 2)));
    }

    private long changeHead(Connection db) throws SQLException {
        long head = number(db, "select min(size) from checkpoint where size > " + below(kept));
        one(
                db,
                "update checkpoint set note = replace(note, E'\\n' || size || E'\\n', E'\\n' || (size + 1) || E'\\n') where size = "
                        + head);
        return head;
    }

    /// Another past: a leaf, its values, and everything above it; with the key also what was
    /// signed.
    private long rewrite(Connection db, long index, boolean sign) throws SQLException {
        replaceFact(db, index);
        var leaves = hashes(db);
        for (var tile : unread(db).append(leaves).tiles()) {
            store(db, tile);
        }
        if (sign) {
            signAnew(db, leaves);
        }
        return index;
    }

    /// Another fact in that place, with everything that belongs to it.
    private static void replaceFact(Connection db, long index) throws SQLException {
        changeValue(db, index);
        try (var query =
                        db.prepareStatement(
                                "select d.*, leaf from disclosure d join entry using (index) where index = ?");
                var update =
                        db.prepareStatement(
                                "update entry set leaf = ?, leaf_hash = ? where index = ?")) {
            query.setLong(1, index);
            var row = query.executeQuery();
            row.next();
            var fields = new ObjectMapper().readValue(row.getString("fields"), TEXTS);
            var at = row.getObject("at", OffsetDateTime.class);
            fields.putIfAbsent("time", at.toInstant().toString());
            for (var name : List.of("tenant", "actor", "action", "source")) {
                var column = row.getString(name);
                if (column != null) {
                    fields.putIfAbsent(name, column);
                }
            }
            var open =
                    Leaf.of(fields, Map.of(), Secret.of(row.getBytes("secret"))).logged().bytes();
            var leaf = withSealedOf(row.getBytes("leaf"), open);
            update.setBytes(1, leaf);
            update.setBytes(2, MerkleHash.leaf(leaf).bytes());
            update.setLong(3, index);
            update.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was sealed he cannot open, and leaves as it was.
    private static byte[] withSealedOf(byte[] before, byte[] open) {
        if (before.length == open.length) {
            return open;
        }
        var both = before.clone();
        System.arraycopy(open, 1, both, 1, open.length - 1);
        return both;
    }

    private void signAnew(Connection db, List<Hash> leaves) throws SQLException {
        var frontier = unread(db);
        for (var head :
                numbers(
                        db,
                        "select size from checkpoint where size > " + first + " order by size")) {
            var more = leaves.subList((int) frontier.size() - first, (int) (long) head - first);
            frontier = frontier.append(more).frontier();
            try (var update =
                    db.prepareStatement("update checkpoint set note = ? where size = ?")) {
                update.setString(1, keys.sign(frontier));
                update.setLong(2, head);
                update.executeUpdate();
            }
        }
        run(db, "delete from cosignature");
        setState(db, frontier);
    }

    private static void store(Connection db, Tile tile) throws SQLException {
        try (var update =
                db.prepareStatement(
                        "update tile set hashes = ?, root = ? where level = ? and index = ?")) {
            update.setBytes(1, Hash.joined(tile.hashes()));
            update.setBytes(2, tile.root().bytes());
            update.setInt(3, tile.level());
            update.setLong(4, tile.index());
            update.executeUpdate();
        }
    }

    private static void setState(Connection db, Frontier head) throws SQLException {
        try (var update = db.prepareStatement("update log_state set size = ?, root = ?")) {
            update.setLong(1, head.size());
            update.setBytes(2, head.root().bytes());
            update.executeUpdate();
        }
    }

    /// The edge of what was pruned, from the tiles that stay.
    private Frontier unread(Connection db) throws SQLException {
        var open = new ArrayList<List<Hash>>();
        long count = first;
        for (int level = 0; count > 0; level++) {
            open.add(level == 0 ? List.of() : roots(db, level - 1, count));
            count /= WIDTH;
        }
        return new Frontier(first, open);
    }

    private static List<Hash> roots(Connection db, int level, long count) throws SQLException {
        var roots = new ArrayList<Hash>();
        try (var query =
                db.prepareStatement(
                        "select root from tile_root where level = ? and index >= ? and index < ? order by index")) {
            query.setInt(1, level);
            query.setLong(2, count - count % WIDTH);
            query.setLong(3, count);
            var row = query.executeQuery();
            while (row.next()) {
                roots.add(Hash.of(row.getBytes(1)));
            }
        }
        return roots;
    }

    private static List<Hash> hashes(Connection db) throws SQLException {
        var hashes = new ArrayList<Hash>();
        try (var query = db.prepareStatement("select leaf from entry order by index");
                var row = query.executeQuery()) {
            while (row.next()) {
                hashes.add(MerkleHash.leaf(row.getBytes(1)));
            }
        }
        return hashes;
    }

    private static long number(Connection db, String sql) throws SQLException {
        return numbers(db, sql).getFirst();
    }

    private static List<Long> numbers(Connection db, String sql) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (var query = db.prepareStatement(sql);
                var row = query.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private static void one(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            if (statement.executeUpdate(sql) != 1) {
                throw new IllegalStateException("changed something else than one row: " + sql);
            }
        }
    }

    private static void run(Connection db, String sql, Object... values) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql.formatted(values));
        }
    }
}
