package io.jikim.retention.archive.adapter.out.postgres;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/// Says at the start, as the archive's owner, whether its business time can be moved: in
/// demonstrations and tests only. The service itself never has that account's connections.
@ApplicationScoped
class ArchiveSchema {
    private static final String OWNER = "archive_owner";
    private static final String FUNCTION = "function move_business_time(text, interval)";

    private final String url;
    private final String password;

    ArchiveSchema(
            @ConfigProperty(name = "JIKIM_ARCHIVE_URL") String url,
            @ConfigProperty(name = "JIKIM_ARCHIVE_OWNER_PASSWORD") String password) {
        this.url = url;
        this.password = password;
    }

    void start(@Observes StartupEvent event) {
        timeMoves(
                owned(url, password),
                ConfigUtils.isProfileActive("local") || ConfigUtils.isProfileActive("test"));
    }

    static Flyway owned(String url, String password) {
        return Flyway.configure().dataSource(url, OWNER, password).locations("db/archive").load();
    }

    static void timeMoves(Flyway owned, boolean moves) {
        try (var connection = owned.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    moves
                            ? "grant execute on " + FUNCTION + " to archive_app"
                            : "revoke execute on " + FUNCTION + " from archive_app");
        } catch (SQLException e) {
            throw new ArchiveFailure(e);
        }
    }
}
