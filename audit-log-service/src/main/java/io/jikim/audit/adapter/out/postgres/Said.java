package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Entry;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Leaf;
import io.jikim.audit.domain.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an entry says: the fields that stand open beside the log, and those that were sealed.
///
/// An open one that a column has as well, to the letter, is kept in the column alone; all others
/// are kept as JSON.
record Said(SortedMap<String, String> open, Map<String, String> sealed) {

    /// What [#read] needs of a row of `disclosure`.
    static final String COLUMNS =
            "%1$s.fields, %1$s.sealed, %1$s.tenant, %1$s.at, %1$s.actor, %1$s.action, %1$s.source";

    private static final List<String> OF_ACCESS = List.of("actor", "action", "source");

    static Said read(ResultSet row, SealedOrigin origins) throws SQLException {
        var open = new TreeMap<String, String>();
        open.put("tenant", row.getString("tenant"));
        open.put("time", row.getObject("at", OffsetDateTime.class).toInstant().toString());
        for (var name : OF_ACCESS) {
            var value = row.getString(name);
            if (value != null) {
                open.put(name, value);
            }
        }
        open.putAll(FieldsJson.read(row.getString("fields")));
        return new Said(open, origins.open(row.getString("sealed")));
    }

    /// The JSON of the open fields that no column has.
    static String rest(Entry entry) {
        var rest = entry.fields();
        var told = entry.fact().told();
        rest.remove("tenant", told.tenant());
        // a column has no more digits
        rest.remove("time", told.time().truncatedTo(ChronoUnit.MICROS).toString());
        if (entry.fact() instanceof Fact.Access) {
            OF_ACCESS.forEach(rest::remove);
        }
        return FieldsJson.write(rest);
    }

    SortedMap<String, String> all() {
        var all = new TreeMap<>(open);
        all.putAll(sealed);
        return all;
    }

    /// The entry's leaf as it is shown, as Base64.
    String leaf(byte[] logged, Secret secret) {
        var shown = Leaf.isShownAsLogged(logged) ? logged : Leaf.of(open, sealed, secret).shown();
        return Base64.getEncoder().encodeToString(shown);
    }
}
