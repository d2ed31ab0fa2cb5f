package io.jikim.retention.archive.adapter.out.postgres;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/// Brings the archive database up to date at the start, as its owner; the service itself never has
/// that account's connections.
@ApplicationScoped
class ArchiveSchema {
    private static final String OWNER = "archive_owner";

    private final String url;
    private final String password;

    ArchiveSchema(
            @ConfigProperty(name = "JIKIM_ARCHIVE_URL") String url,
            @ConfigProperty(name = "JIKIM_ARCHIVE_OWNER_PASSWORD") String password) {
        this.url = url;
        this.password = password;
    }

    void start(@Observes @Priority(10) StartupEvent event) {
        migrate(
                url,
                password,
                ConfigUtils.isProfileActive("local") || ConfigUtils.isProfileActive("test"));
    }

    /// `timeMoves`: whether business time can be moved, in demonstrations and tests only.
    static void migrate(String url, String password, boolean timeMoves) {
        var flyway =
                Flyway.configure().dataSource(url, OWNER, password).locations("db/archive").load();
        flyway.migrate();
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    timeMoves
                            ? "grant execute on function move_business_time(text, interval) to archive_app"
                            : "revoke execute on function move_business_time(text, interval) from archive_app");
        } catch (SQLException e) {
            throw new ArchiveFailure(e);
        }
    }
}
