package io.jikim.testkit.stack;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The table that says which migrations ran in a database: whoever writes it decides what runs at
/// the next start with the rights of the owner.
public final class MigrationHistory {

    private static final String ACCOUNTS =
            """
            select r.rolname,
                has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate, trigger')
            from pg_class c cross join pg_roles r
            where c.oid = 'public.flyway_schema_history'::regclass
              and r.oid <> c.relowner and not r.rolsuper and r.rolname !~ '^pg_'
            order by 1
            """;

    private MigrationHistory() {}

    /// The accounts that may change it, but for the owner.
    ///
    /// @param url of a superuser, see [LocalStack#superuserUrl]
    public static List<String> writers(String url) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var accounts = statement.executeQuery(ACCOUNTS)) {
            var writers = new ArrayList<String>();
            boolean somebody = false;
            while (accounts.next()) {
                somebody = true;
                if (accounts.getBoolean(2)) {
                    writers.add(accounts.getString(1));
                }
            }
            if (!somebody) {
                throw new IllegalStateException("There are no accounts to ask about");
            }
            return writers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
