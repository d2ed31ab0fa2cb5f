package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the values that stand beside a log in its database are those that its leaves commit to,
/// and whether one is missing.
///
/// What only the keys of a person open is not looked at, except that its place is there.
final class DisclosureCheck {
    private static final String ROWS =
            """
            select e.index, e.leaf, d.secret, d.fields, d.sealed, d.tenant, d.actor, d.action, d.source, d.block, d.at, e.event_id, s.subjects,
                   s.places, s.unnumbered
            from entry e left join disclosure d on d.index = e.index
            left join (
                select index, string_agg(subject::text, ',' order by subject::text) as subjects,
                       string_agg(subject || ' ' || since || ' ' || number || ' ' || encode(previous, 'hex'), ',')
                           as places,
                       count(*) filter (where number is null) as unnumbered
                from access_subject where index >= ? group by index) s on s.index = e.index
            where e.index >= ? order by e.index
            """;
    private static final String WITHOUT_ENTRY =
            """
            select d.index from disclosure d left join entry e on e.index = d.index
            where e.index is null and d.index >= ? order by d.index limit 1
            """;
    private static final String PASSED_OVER =
            """
            select d.index from disclosure d left join span s on s.level = 0 and s.index = d.block
                left join span a on a.level = 1 and a.index = d.block >> 8
            where d.actor is not null and d.index >= ?
              and (d.block < (select size >> 8 from log_state) and s.index is null
                or d.block < (select size >> 16 << 8 from log_state) and a.index is null
                or d.at < s.earliest or d.at > s.latest or d.at < a.earliest or d.at > a.latest)
            order by d.index limit 1
            """;
    private static final byte[] PURPOSE = "jikim/salt/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};
    private static final int SALT_LENGTH = 16;
    private static final int FETCHED = 1_000;

    private static final List<String> OF_ACCESS = List.of("actor", "action", "source");

    /// What an access has besides that is kept sealed.
    private static final Set<String> SEALED = Set.of("from", "note", "account");

    private final Connection database;
    private boolean numbered;

    DisclosureCheck(Connection database) {
        this.database = database;
    }

    /// Returns how many entries were opened.
    ///
    /// @param from entries below it may have been forgotten
    /// @throws DoesNotHold naming the first entry whose values are not the logged ones
    long from(long from) throws Malformed, DoesNotHold {
        try (var query = database.prepareStatement(ROWS)) {
            query.setLong(1, from);
            query.setLong(2, from);
            query.setFetchSize(FETCHED);
            long opened = 0;
            try (var row = query.executeQuery()) {
                for (; row.next(); opened++) {
                    open(row);
                }
            }
            refuseAny(WITHOUT_ENTRY, from, "is missing, only its values are there");
            refuseAny(PASSED_OVER, from, "is passed over when its time is looked for");
            return opened;
        } catch (SQLException e) {
            throw DatabaseSource.unreadable(e);
        }
    }

    private void open(ResultSet row) throws SQLException, DoesNotHold {
        var entry = "entry " + row.getLong("index") + ": ";
        var secret = row.getBytes("secret");
        if (secret == null) {
            throw new DoesNotHold(entry + "its values are missing");
        }
        var fields = fields(entry, row);
        var leaf = row.getBytes("leaf");
        boolean sealed = row.getString("sealed") != null;
        if (leaf.length > 3 && leaf[3] == 1) {
            openEach(entry, leaf, secret, fields, sealed);
        } else {
            openAll(entry, leaf, secret, fields, sealed);
        }
        compareColumns(entry, row, fields);
        comparePlaces(entry, row, secret, fields.get("places"));
    }

    private static void openAll(
            String entry, byte[] leaf, byte[] secret, Map<String, String> fields, boolean sealed)
            throws DoesNotHold {
        var open = new HashMap<String, byte[]>();
        for (var field : fields.entrySet()) {
            var name = field.getKey();
            var hash = Commitments.commit(name, salt(secret, name), field.getValue());
            open.put(
                    name,
                    hash.orElseThrow(() -> new DoesNotHold(entry + "its values are not Unicode")));
        }
        if (!Commitments.isLogged(leaf, open)) {
            throw new DoesNotHold(entry + "its values are not what the leaf commits to");
        }
        if (Commitments.hasSealed(leaf) && !sealed) {
            throw new DoesNotHold(entry + "its values lack what was sealed");
        }
    }

    /// Of a leaf of version 1, which has each field's commitment in the log.
    private static void openEach(
            String entry, byte[] bytes, byte[] secret, Map<String, String> fields, boolean sealed)
            throws DoesNotHold {
        var leaf = Commitments.read(bytes);
        if (leaf.isEmpty()) {
            throw new DoesNotHold(entry + "its leaf is not one of this log's format");
        }
        for (var field : fields.entrySet()) {
            if (!leaf.get().opens(field.getKey(), salt(secret, field.getKey()), field.getValue())) {
                throw new DoesNotHold(
                        entry + "its field " + field.getKey() + " is not what the leaf commits to");
            }
        }
        var missing = new HashSet<>(leaf.get().byName().keySet());
        missing.removeAll(fields.keySet());
        if (sealed) {
            missing.removeAll(SEALED);
        }
        if (!missing.isEmpty()) {
            throw new DoesNotHold(entry + "its values lack " + String.join(", ", missing));
        }
    }

    /// Since records are numbered, each of them is: its place in every person's numbering is what
    /// the leaf commits to.
    private void comparePlaces(
            String entry, ResultSet row, byte[] secret, @Nullable String committed)
            throws SQLException, DoesNotHold {
        if (committed == null) {
            if (row.getString("places") != null || numbered && row.getString("actor") != null) {
                throw new DoesNotHold(entry + "it commits to no number, though others before do");
            }
            return;
        }
        numbered = true;
        if (row.getLong("unnumbered") > 0
                || !committed.equals(places(secret, row.getString("places")))) {
            throw new DoesNotHold(
                    entry + "its number for a person is not what the leaf commits to");
        }
    }

    private static String places(byte[] secret, @Nullable String joined) {
        if (joined == null) {
            return "";
        }
        var places = new ArrayList<byte[]>();
        for (var place : joined.split(",", -1)) {
            var subject = place.substring(0, place.indexOf(' '));
            places.add(PlaceTree.place(salt(secret, "places/" + subject), place));
        }
        return HexFormat.of().formatHex(PlaceTree.root(places));
    }

    /// What records are found by has to be what they say: who changes it hides one.
    private static void compareColumns(String entry, ResultSet row, Map<String, String> fields)
            throws SQLException, DoesNotHold {
        compare(entry, "tenant", row.getString("tenant"), fields.get("tenant"));
        compare(entry, "event", row.getString("event_id"), fields.get("event"));
        if (fields.containsKey("actor")) {
            compare(entry, "actor", row.getString("actor"), fields.get("actor"));
            compare(entry, "action", row.getString("action"), fields.get("action"));
            compare(entry, "source", row.getString("source"), fields.get("source"));
            compare(
                    entry,
                    "block",
                    row.getString("block"),
                    Long.toString(row.getLong("index") >> 8));
            compareTime(entry, row, fields.getOrDefault("time", ""));
            compare(
                    entry,
                    "subjects",
                    row.getString("subjects"),
                    sorted(fields.getOrDefault("subjects", "")));
        }
    }

    private static void compareTime(String entry, ResultSet row, String time)
            throws SQLException, DoesNotHold {
        try {
            var at = row.getObject("at", OffsetDateTime.class).toInstant();
            // a column has six digits, to which the database has rounded
            if (Duration.between(at, Instant.parse(time)).abs().toNanos() < 1_000) {
                return;
            }
        } catch (DateTimeException e) {
            // the same verdict as for another time
        }
        throw new DoesNotHold(entry + "it is found under another time than it has");
    }

    private static void compare(
            String entry, String name, @Nullable String column, @Nullable String field)
            throws DoesNotHold {
        if (!(column == null ? "" : column).equals(field == null ? "" : field)) {
            throw new DoesNotHold(entry + "it is found under another " + name + " than it has");
        }
    }

    private static String sorted(String subjects) {
        var each = subjects.split(",", -1);
        return String.join(",", Arrays.stream(each).distinct().sorted().toList());
    }

    /// Those in columns, and all others as JSON.
    private static Map<String, String> fields(String entry, ResultSet row)
            throws SQLException, DoesNotHold {
        try {
            var fields = new HashMap<String, String>();
            fields.put("tenant", row.getString("tenant"));
            fields.put("time", row.getObject("at", OffsetDateTime.class).toInstant().toString());
            for (var name : OF_ACCESS) {
                var value = row.getString(name);
                if (value != null) {
                    fields.put(name, value);
                }
            }
            var json = row.getString("fields");
            for (var field : Strict.json(json.getBytes(StandardCharsets.UTF_8)).properties()) {
                fields.put(field.getKey(), text(field.getValue()));
            }
            return fields;
        } catch (Malformed e) {
            throw new DoesNotHold(entry + "its values cannot be read: " + e.getMessage());
        }
    }

    private static String text(JsonNode value) throws Malformed {
        if (!value.isTextual()) {
            throw new Malformed("one is not a text");
        }
        return value.textValue();
    }

    private static byte[] salt(byte[] secret, String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(PURPOSE, ZERO, secret, bytes), SALT_LENGTH);
    }

    private void refuseAny(String rows, long from, String why) throws SQLException, DoesNotHold {
        try (var query = database.prepareStatement(rows)) {
            query.setLong(1, from);
            try (var row = query.executeQuery()) {
                if (row.next()) {
                    throw new DoesNotHold("entry " + row.getLong(1) + ": " + why);
                }
            }
        }
    }
}
