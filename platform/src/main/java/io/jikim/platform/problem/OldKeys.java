package io.jikim.platform.problem;

import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/// Forgets idempotency keys after 24 hours, for every tenant.
@ApplicationScoped
class OldKeys {

    private static final Logger LOG = Logger.getLogger(OldKeys.class);

    private final javax.sql.DataSource database;

    OldKeys(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    @Scheduled(every = "15m", delayed = "1m")
    void forget() {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from idempotency"
                                        + " where created_at < now() - interval '24 hours'")) {
            delete.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("Old idempotency keys stay for now: %s", e.getSQLState());
        }
    }
}
