package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/// A script of roles, databases and grants in `deploy/postgres`; `\connect NAME` goes on in another
/// database, `${NAME}` is a password. Locally every password is its role's name.
record RoleScript(Path file) {
    private static final Pattern PASSWORD = Pattern.compile("\\$\\{([A-Z_]+)_PASSWORD}");
    private static final String CONNECT = "\\connect ";

    /// @param server the cluster as a JDBC address without a database
    void apply(String server, String superuser, String password) {
        var database = "postgres";
        var section = new StringBuilder();
        try {
            for (var line : Files.readAllLines(file)) {
                if (line.startsWith(CONNECT)) {
                    run(server + "/" + database, superuser, password, section.toString());
                    section.setLength(0);
                    database = line.substring(CONNECT.length()).strip();
                } else if (!line.startsWith("--")) {
                    section.append(withPasswords(line)).append('\n');
                }
            }
            run(server + "/" + database, superuser, password, section.toString());
        } catch (IOException | SQLException e) {
            throw new StackFailure("cannot apply " + file + ": " + e.getMessage(), e);
        }
    }

    /// One statement at a time: `create database` does not run in a transaction.
    private static void run(String url, String superuser, String password, String section)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, superuser, password);
                var statement = connection.createStatement()) {
            for (var sql : section.split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String withPasswords(String line) {
        return PASSWORD.matcher(line).replaceAll(name -> name.group(1).toLowerCase(Locale.ROOT));
    }
}
