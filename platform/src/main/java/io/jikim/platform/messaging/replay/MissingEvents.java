package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.Sql;
import io.jikim.platform.messaging.Turns;
import io.jikim.platform.trouble.Troubles;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Asks the speaker for what is missing before an event that is kept aside, again and again until
/// it comes or is known to be gone.
@ApplicationScoped
class MissingEvents {

    private static final Logger LOG = Logger.getLogger(MissingEvents.class);

    // An event keeps the reason for which it was parked, though what it waited behind has had its
    // effect or was given up since. If its turn has not come all the same, it is the next gap of
    // its stream. What lies behind poison is not asked for yet: it could not be taken.
    private static final String HAS_BECOME_A_GAP =
            """
            update parked set reason = 'GAP', skip_proposed_by = null, skip_proposed_at = null,
                skip_reason = null
            where state = 'PARKED' and reason = 'BEHIND' and id in (
                select p.id from parked p
                left join inbox_cursor c using (consumer, tenant, subject, topic, source)
                cross join lateral (select
                    case when p.sequence = 1 then p.after_epoch else p.epoch end as epoch,
                    case when p.sequence = 1 then p.after_sequence else p.sequence - 1 end as last) m
                where p.state = 'PARKED' and p.reason = 'BEHIND'
                and (m.epoch, m.last) > (coalesce(c.epoch, 1), coalesce(c.last_sequence, 0))
                and not exists (select from parked e
                    where (e.consumer, e.tenant, e.subject, e.topic, e.source)
                        = (p.consumer, p.tenant, p.subject, p.topic, p.source)
                    and (e.epoch, e.sequence) < (p.epoch, p.sequence) and e.state = 'PARKED'))
            """;

    private static final String OPEN =
            """
            select p.id, p.tenant, p.subject, p.topic, p.source, m.epoch, m.last,
                case when m.epoch = coalesce(c.epoch, 1) then coalesce(c.last_sequence, 0)
                    else 0 end + 1 as first
            from parked p
            left join inbox_cursor c using (consumer, tenant, subject, topic, source)
            cross join lateral (select
                case when p.sequence = 1 and p.after_epoch is not null then p.after_epoch
                    else p.epoch end as epoch,
                case when p.sequence = 1 and p.after_epoch is not null then p.after_sequence
                    else p.sequence - 1 end as last) m
            where p.state = 'PARKED' and p.reason = 'GAP'
            and (p.asked_at is null or p.asked_at < now() - ? * interval '1 millisecond')
            order by p.asked_at nulls first limit 500
            """;

    private static final String ASKED = "update parked set asked_at = now() where id = ?";

    private static final String GONE =
            """
            update parked set reason = 'GAP_UNRECOVERABLE'
            where (tenant, subject, topic, source) = (?, ?, ?, ?)
            and ((epoch, sequence - 1) = (?, ?) or (after_epoch, after_sequence) = (?, ?))
            and state = 'PARKED' and reason = 'GAP'
            """;

    private record Gap(UUID parked, Remark.Missing missing) {}

    private final javax.sql.DataSource database;
    private final Remarks remarks;
    private final Turns turns;
    private final long askAgain;
    private final Troubles troubles = new Troubles(LOG);

    MissingEvents(
            @DataSource("system") javax.sql.DataSource database,
            Remarks remarks,
            Turns turns,
            @ConfigProperty(name = "jikim.messaging.ask-again", defaultValue = "30s")
                    Duration askAgain) {
        this.database = database;
        this.remarks = remarks;
        this.turns = turns;
        this.askAgain = askAgain.toMillis();
    }

    void start(@Observes StartupEvent event) {
        turns.start("jikim-missing", this::turn);
    }

    private void turn() throws InterruptedException {
        troubles.during("asking for missing events", this::ask);
        Thread.sleep(1_000);
    }

    private void ask() {
        Sql.update(database, HAS_BECOME_A_GAP);
        for (var gap : open()) {
            remarks.make(gap.missing());
            Sql.update(database, ASKED, gap.parked());
        }
    }

    /// The event waits for a person from now on.
    void giveUp(Remark.Gone gone) {
        int events =
                Sql.update(
                        database,
                        GONE,
                        gone.tenant(),
                        gone.subject(),
                        gone.topic(),
                        gone.source(),
                        gone.epoch(),
                        gone.to(),
                        gone.epoch(),
                        gone.to());
        if (events > 0) {
            LOG.errorf(
                    "Missing events cannot be had: subject=%s topic=%s position=%d/%d",
                    gone.subject(), gone.topic(), gone.epoch(), gone.from());
        }
    }

    private List<Gap> open() {
        return Sql.run(
                database,
                OPEN,
                (_, statement) -> {
                    Sql.bind(statement, askAgain);
                    List<Gap> gaps = new ArrayList<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            gaps.add(gap(rows));
                        }
                    }
                    return gaps;
                });
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                row.getObject("id", UUID.class),
                new Remark.Missing(
                        row.getString("tenant"),
                        row.getString("subject"),
                        row.getString("topic"),
                        row.getString("source"),
                        row.getInt("epoch"),
                        row.getLong("first"),
                        row.getLong("last")));
    }
}
