package io.jikim.audit;

import io.jikim.testkit.stack.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Copies of the log's database, byte for byte, as a superuser makes and exchanges them.
final class LogCopies {
    static final String LOG = "audit";

    private LogCopies() {}

    /// What stood there under the name of the copy is gone.
    static void copy(String from, String to) throws SQLException {
        try (var cluster = cluster()) {
            drop(cluster, to);
            closed(
                    cluster,
                    from,
                    () -> run(cluster, "create database %s template %s".formatted(to, from)));
        }
    }

    /// The service finds another database where its own was; it keeps running.
    static void exchange(String other) throws SQLException {
        try (var cluster = cluster()) {
            closed(
                    cluster,
                    LOG,
                    () -> {
                        rename(cluster, LOG, "exchanged");
                        rename(cluster, other, LOG);
                        rename(cluster, "exchanged", other);
                        run(cluster, "alter database %s allow_connections true".formatted(other));
                    });
        }
    }

    static void drop(String... copies) throws SQLException {
        try (var cluster = cluster()) {
            for (var copy : copies) {
                drop(cluster, copy);
            }
        }
    }

    /// As a superuser, whom no trigger stops.
    static Connection rogue(String database) throws SQLException {
        var connection = DriverManager.getConnection(url(database));
        run(connection, "set session_replication_role = replica");
        return connection;
    }

    static String url(String database) {
        return LocalStack.shared().superuserUrl(database);
    }

    private interface Work {
        void run() throws SQLException;
    }

    /// PostgreSQL copies and renames only what nobody is connected to.
    private static void closed(Connection cluster, String database, Work work) throws SQLException {
        run(cluster, "alter database %s allow_connections false".formatted(database));
        try {
            run(
                    cluster,
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                            .formatted(database));
            work.run();
        } finally {
            run(cluster, "alter database %s allow_connections true".formatted(database));
        }
    }

    private static void rename(Connection cluster, String from, String to) throws SQLException {
        run(cluster, "alter database %s rename to %s".formatted(from, to));
    }

    private static void drop(Connection cluster, String copy) throws SQLException {
        run(cluster, "drop database if exists %s with (force)".formatted(copy));
    }

    private static Connection cluster() throws SQLException {
        return DriverManager.getConnection(url("postgres"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
