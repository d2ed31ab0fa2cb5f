package io.jikim.platform.messaging;

import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Forgets what has been told and heard long ago: these tables would be a second, growing memory of
/// everybody's affairs. What was told can be told again until then.
@Singleton
class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    // An event that was told again on its last day stays on the topic for seven more, and a reader
    // may come to it then: what it has heard is remembered until after that.
    private static final Duration ON_TOPICS = Duration.ofDays(8);

    private static final String TOLD =
            "delete from event_log where published_at < now() - ? * interval '1 second'";
    private static final String HEARD =
            "delete from inbox where at < now() - ? * interval '1 second'";
    private static final String SETTLED =
            "delete from parked where state <> 'PARKED'"
                    + " and first_failed < now() - ? * interval '1 second'";
    private static final String REPLAYED =
            "delete from replay where state = 'DONE'"
                    + " and wanted_at < now() - ? * interval '1 second'";

    private final javax.sql.DataSource database;
    private final Duration history;

    Forgetting(
            @DataSource("system") javax.sql.DataSource database,
            @ConfigProperty(name = "jikim.messaging.history", defaultValue = "P30D")
                    Duration history) {
        this.database = database;
        this.history = history;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try {
            long kept = history.toSeconds();
            Sql.update(database, TOLD, kept);
            Sql.update(database, HEARD, kept + ON_TOPICS.toSeconds());
            Sql.update(database, SETTLED, kept + ON_TOPICS.toSeconds());
            Sql.update(database, REPLAYED, kept);
        } catch (StorageFailure e) {
            LOG.warnf("What is old is forgotten later: %s", e);
        }
    }
}
