package io.jikim.verifier;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Whether the records about each person, as they stand in the database, are numbered without a
/// hole, each chained to the leaf of the one before, and end where the next one will go on.
final class ChainCheck {
    private static final String RECORDS =
            """
            select s.tenant, s.subject, s.index, s.since, s.number, s.previous, e.leaf_hash,
                   c.index as end_index, c.number as end_number
            from access_subject s join entry e on e.index = s.index
            left join subject_chain c on c.tenant = s.tenant and c.subject = s.subject
            where s.number is not null and s.index >= ?
            order by s.tenant, s.subject, s.index
            """;
    private static final String ENDS =
            """
            select c.index, c.number
            from subject_chain c
            left join access_subject s on s.tenant = c.tenant and s.subject = c.subject and s.index = c.index
            left join entry e on e.index = c.index
            where c.index >= ? and (s.number is distinct from c.number or s.since is distinct from c.since
                or e.leaf_hash is distinct from c.leaf_hash)
            order by c.index limit 1
            """;
    private static final int FETCHED = 1_000;

    private final Connection database;

    /// One record of a person.
    private record Link(
            String tenant, String subject, long index, long since, long number, String leaf) {}

    ChainCheck(Connection database) {
        this.database = database;
    }

    /// @param from entries below it may have been forgotten
    /// @throws DoesNotHold naming the entry and the number at which a chain is broken
    void from(long from) throws Malformed, DoesNotHold {
        try (var query = database.prepareStatement(RECORDS)) {
            query.setLong(1, from);
            query.setFetchSize(FETCHED);
            try (var row = query.executeQuery()) {
                walk(row, from);
            }
            compareEnds(from);
        } catch (SQLException e) {
            throw DatabaseSource.unreadable(e);
        }
    }

    private static void walk(ResultSet row, long from) throws SQLException, DoesNotHold {
        Link before = null;
        while (row.next()) {
            var link = link(row);
            if (before != null
                    && before.tenant().equals(link.tenant())
                    && before.subject().equals(link.subject())) {
                follow(before, link, previous(row));
            } else {
                begin(link, from);
            }
            if (row.getLong("end_index") < link.index()) {
                throw new DoesNotHold(
                        named(link)
                                + ", and the next one would be chained to number "
                                + row.getLong("end_number"));
            }
            before = link;
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getString("tenant"),
                row.getString("subject"),
                row.getLong("index"),
                row.getLong("since"),
                row.getLong("number"),
                HexFormat.of().formatHex(row.getBytes("leaf_hash")));
    }

    private static String previous(ResultSet row) throws SQLException {
        byte @Nullable [] previous = row.getBytes("previous");
        return previous == null ? "" : HexFormat.of().formatHex(previous);
    }

    private static void follow(Link before, Link link, String previous) throws DoesNotHold {
        if (link.since() != before.since()) {
            throw new DoesNotHold(
                    named(link)
                            + " of another numbering, though number "
                            + before.number()
                            + " (entry "
                            + before.index()
                            + ") of the one before is kept");
        }
        if (link.number() != before.number() + 1) {
            throw new DoesNotHold(
                    named(link)
                            + ", and follows number "
                            + before.number()
                            + " (entry "
                            + before.index()
                            + ")");
        }
        if (!previous.equals(before.leaf())) {
            throw new DoesNotHold(
                    named(link)
                            + ", and is not chained to number "
                            + before.number()
                            + " (entry "
                            + before.index()
                            + ")");
        }
    }

    /// What was forgotten lies below `from`, and so does then where the numbers were counted from.
    private static void begin(Link link, long from) throws DoesNotHold {
        boolean whole = link.since() >= from;
        if (whole && (link.number() != 1 || link.since() != link.index())) {
            throw new DoesNotHold(named(link) + ", and those before it are missing");
        }
    }

    private void compareEnds(long from) throws SQLException, DoesNotHold {
        try (var query = database.prepareStatement(ENDS)) {
            query.setLong(1, from);
            try (var row = query.executeQuery()) {
                if (row.next()) {
                    throw new DoesNotHold(
                            "entry "
                                    + row.getLong(1)
                                    + ": number "
                                    + row.getLong(2)
                                    + " of a person, her last, is not found there");
                }
            }
        }
    }

    private static String named(Link link) {
        return "entry " + link.index() + ": it is number " + link.number() + " of a person";
    }
}
