package io.jikim.examples.ompass;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Loads the operator's database over any connection to an empty PostgreSQL database.
public final class OmpassDatabase {
    private OmpassDatabase() {}

    /// The text of a file of this example: `schema.sql`, `systems.yaml`, `policy.yaml`.
    public static String file(String name) {
        try (var in = OmpassDatabase.class.getResourceAsStream("/ompass/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such example file: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The mapping as JSON, which is how `POST /v1/systems` takes it.
    public static String mapping() {
        try {
            return new YAMLMapper().readTree(file("systems.yaml")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Creates the tables and fills them, in one transaction.
    public static void load(Connection connection, OmpassData data) throws SQLException {
        boolean auto = connection.getAutoCommit();
        connection.setAutoCommit(false);
        run(connection, List.of(file("schema.sql")));
        run(connection, data.statements());
        connection.commit();
        connection.setAutoCommit(auto);
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
