package io.jikim.journeys;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Looks for values in every table of every database of every cluster, over connections of its own.
///
/// A row is searched as text and, because `bytea` shows as hex, as the hex of the UTF-8 bytes.
final class Sightings {

    private final Map<String, String> clusters;

    Sightings(Map<String, String> clusters) {
        this.clusters = new TreeMap<>(clusters);
    }

    /// What was looked through, and where one of the values stands: `database.schema.table` to
    /// rows.
    record Search(int databases, int tables, Map<String, Long> found) {}

    Search of(Collection<String> values) {
        int databases = 0;
        int tables = 0;
        var found = new TreeMap<String, Long>();
        for (var server : new java.util.TreeSet<>(clusters.values())) {
            for (var database : databasesOf(server)) {
                databases++;
                tables += search(at(server, database), database, values, found);
            }
        }
        return new Search(databases, tables, found);
    }

    private static List<String> databasesOf(String server) {
        try (var connection = DriverManager.getConnection(server)) {
            return strings(
                    connection,
                    "select datname from pg_database where datallowconn and not datistemplate");
        } catch (SQLException e) {
            throw new StoryBroken("Cannot look into " + database(server), e);
        }
    }

    private static int search(
            String url, String name, Collection<String> values, Map<String, Long> found) {
        try (var connection = DriverManager.getConnection(url)) {
            var tables =
                    strings(
                            connection,
                            """
                            select format('%I.%I', schemaname, tablename) from pg_tables
                            where schemaname not in ('pg_catalog', 'information_schema')
                            """);
            for (var table : tables) {
                var rows = count(connection, table, values);
                if (rows > 0) {
                    found.put(name + "." + table, rows);
                }
            }
            return tables.size();
        } catch (SQLException e) {
            throw new StoryBroken("Cannot look into " + name, e);
        }
    }

    private static long count(Connection connection, String table, Collection<String> values)
            throws SQLException {
        var patterns = new ArrayList<String>();
        for (var value : values) {
            patterns.add("%" + value + "%");
            patterns.add(
                    "%" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)) + "%");
        }
        try (var select =
                connection.prepareStatement(
                        "select count(*) from " + table + " t where t::text ilike any (?)")) {
            select.setArray(1, connection.createArrayOf("text", patterns.toArray()));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /// The same server and login, another database.
    static String at(String server, String database) {
        return server.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
    }

    private static String database(String url) {
        return url.replaceFirst("\\?.*$", "");
    }
}
