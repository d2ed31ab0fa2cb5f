package io.jikim.retention.systems.adapter.out.jdbc;

import io.jikim.retention.systems.application.port.OperatorDatabases;
import io.jikim.retention.systems.application.port.OperatorSession;
import io.jikim.retention.systems.domain.Login;
import io.jikim.retention.systems.domain.Mapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Opens one connection for each run: a case is rare, and an idle pool would hold the operator's
/// connections.
@ApplicationScoped
class PostgresOperatorDatabases implements OperatorDatabases {
    private final int seconds;

    PostgresOperatorDatabases(
            @ConfigProperty(name = "jikim.systems.statement-timeout-seconds", defaultValue = "30")
                    int seconds) {
        this.seconds = seconds;
        try {
            // DriverManager finds only drivers of the caller's own class loader.
            Class.forName("org.postgresql.Driver");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public OperatorSession open(Login login, Mapping mapping) {
        try {
            var connection = connect(login);
            try {
                connection.setAutoCommit(false);
                return new PostgresSession(connection, mapping);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw PostgresSession.unreachable(e);
        }
    }

    private Connection connect(Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "jikim");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", Integer.toString(seconds + 5));
        properties.setProperty("tcpKeepAlive", "true");
        // What a server says about a broken constraint quotes the row.
        properties.setProperty("logServerErrorDetail", "false");
        // The address of a row is never guessed from the operator's search_path.
        properties.setProperty(
                "options",
                "-c search_path=pg_catalog -c lock_timeout=5s -c statement_timeout="
                        + seconds
                        + "s");
        return DriverManager.getConnection(login.url(), properties);
    }
}
