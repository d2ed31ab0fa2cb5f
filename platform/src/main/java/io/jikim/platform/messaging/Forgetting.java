package io.jikim.platform.messaging;

import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/// Forgets what has been told and heard long ago: these tables would be a second, growing memory of
/// everybody's affairs. Topics forget after 7 days, so no event comes again after 30.
@Singleton
class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    private static final List<String> OLD =
            List.of(
                    "delete from event_log where published_at < now() - interval '30 days'",
                    "delete from inbox where at < now() - interval '30 days'",
                    "delete from parked where state <> 'PARKED'"
                            + " and first_failed < now() - interval '30 days'");

    private final javax.sql.DataSource database;

    Forgetting(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try {
            OLD.forEach(sql -> Sql.update(database, sql));
        } catch (StorageFailure e) {
            LOG.warnf("What is old is forgotten later: %s", e);
        }
    }
}
