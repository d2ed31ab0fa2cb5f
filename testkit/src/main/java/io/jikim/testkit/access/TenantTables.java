package io.jikim.testkit.access;

import io.jikim.testkit.stack.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The tables of a service's database that hold rows of tenants, as the superuser and as the
/// service's own role see them.
final class TenantTables {
    private static final String TABLES =
            " from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'"
                    + " where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace";

    private final String service;
    private final String database;
    private final String role;

    TenantTables(String service) {
        this.service = service;
        this.database = service.substring(0, service.indexOf('-'));
        this.role = database + "_app";
    }

    List<String> all() throws SQLException {
        return asSuperuser("select c.relname" + TABLES);
    }

    List<String> withoutPolicy() throws SQLException {
        return asSuperuser("select c.relname" + TABLES + " and not c.relrowsecurity");
    }

    List<String> ownedByTheService() throws SQLException {
        return asSuperuser(
                "select relname from pg_class where relowner = '%s'::regrole".formatted(role));
    }

    boolean mayBypass() throws SQLException {
        return !asSuperuser(
                        "select rolname from pg_roles where rolname = '%s'".formatted(role)
                                + " and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)")
                .isEmpty();
    }

    /// Tables that the service may read and of which it sees a row though it has named no tenant.
    List<String> visibleWithoutTenant() throws SQLException {
        List<String> visible = new ArrayList<>();
        for (var table : all()) {
            var readable = "select has_table_privilege('%s', 'select')".formatted(table);
            if (asService(readable).contains("t")
                    && !asService("select 1 from %s limit 1".formatted(table)).isEmpty()) {
                visible.add(table);
            }
        }
        return visible;
    }

    /// The first column of what comes back, as the role that serves requests.
    List<String> asService(String sql) throws SQLException {
        var url = LocalStack.shared().environment(service).get("JIKIM_DB_URL");
        try (var connection = DriverManager.getConnection(url, role, role)) {
            return first(connection, sql);
        }
    }

    /// The id of an event of this tenant that is kept aside.
    String parked(String tenant) throws SQLException {
        return asSuperuser(
                        """
                        insert into parked (id, consumer, event_id, type, tenant, subject, topic,
                            source, epoch, sequence, headers, payload, reason, error, state)
                        values (gen_random_uuid(), 'nobody', gen_random_uuid(),
                            'io.jikim.consent.given.v1', '%s', 'a-subject', 'jikim.consent',
                            '/consent-service', 1, 1, '{}', '', 'POISON', 'none', 'SKIPPED')
                        returning id
                        """
                                .formatted(tenant))
                .getFirst();
    }

    private List<String> asSuperuser(String sql) throws SQLException {
        try (var connection =
                DriverManager.getConnection(LocalStack.shared().superuserUrl(database))) {
            return first(connection, sql);
        }
    }

    private static List<String> first(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }
}
