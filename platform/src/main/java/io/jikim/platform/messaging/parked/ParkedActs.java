package io.jikim.platform.messaging.parked;

import io.jikim.platform.access.Actor;
import io.jikim.platform.messaging.ParkReason;
import io.jikim.platform.messaging.Sql;
import io.jikim.platform.messaging.ops.OpsJournal;
import io.jikim.platform.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What people can do with an event that is kept aside; works in the transaction at hand, for the
/// event's tenant.
@ApplicationScoped
class ParkedActs {

    // Decided again under the lock of the row: two people may act at once.
    private static final String LOCK =
            """
            select state, reason, skip_proposed_at > now() - interval '1 day' as proposed,
                skip_proposed_by, skip_reason,
                exists (select from parked e
                    where (e.consumer, e.tenant, e.subject, e.topic, e.source)
                        = (p.consumer, p.tenant, p.subject, p.topic, p.source)
                    and (e.epoch, e.sequence) < (p.epoch, p.sequence) and e.state = 'PARKED')
                    as behind
            from parked p where id = ? for update
            """;

    private static final String RETRY = "update parked set retry_wanted = true where id = ?";

    private static final String PROPOSE =
            """
            update parked set skip_proposed_by = ?, skip_proposed_at = now(), skip_reason = ?
            where id = ?
            """;

    // It counts as heard from now on, under its id and under its number.
    private static final String GIVE_UP =
            """
            with given_up as (
                update parked set state = 'SKIPPED', settled_at = now() where id = ? returning *),
            heard as (
                insert into inbox (consumer, event_id, topic, source, tenant, subject, epoch, sequence)
                select consumer, event_id, topic, source, tenant, subject, epoch, sequence
                from given_up
                on conflict do nothing)
            insert into inbox_cursor as c (consumer, tenant, subject, topic, source, epoch,
                last_sequence)
            select consumer, tenant, subject, topic, source, epoch, sequence from given_up
            on conflict (consumer, tenant, subject, topic, source)
            do update set epoch = excluded.epoch, last_sequence = excluded.last_sequence
            where (c.epoch, c.last_sequence) < (excluded.epoch, excluded.last_sequence)
            """;

    // The event itself is next then; to skip it too, two people have to agree anew.
    private static final String GIVE_UP_WHAT_IS_MISSING =
            """
            with taken as (
                update parked set skip_proposed_by = null, skip_proposed_at = null,
                    skip_reason = null
                where id = ? returning *)
            insert into inbox_cursor as c (consumer, tenant, subject, topic, source, epoch,
                last_sequence)
            select consumer, tenant, subject, topic, source, epoch, sequence - 1 from taken
            on conflict (consumer, tenant, subject, topic, source)
            do update set epoch = excluded.epoch, last_sequence = excluded.last_sequence
            where (c.epoch, c.last_sequence) < (excluded.epoch, excluded.last_sequence)
            """;

    private record Locked(boolean over, ParkReason reason, boolean behind, Proposed proposed) {}

    /// What was proposed within a day; all of it is blank where nothing was.
    private record Proposed(boolean stands, String by, String reason) {}

    private final DataSource database;
    private final OpsJournal journal;

    ParkedActs(DataSource database, OpsJournal journal) {
        this.database = database;
        this.journal = journal;
    }

    /// It is tried again soon, and what waits behind it after that.
    ///
    /// @throws Refusal 409 `not-parked`, `behind-another`
    void retry(ParkedEvent event, Actor by) {
        lock(event);
        Sql.update(database, RETRY, event.id());
        write(event, by, "parked-event-retried", null);
    }

    /// The first call proposes, the second one, of another person within a day and for the same
    /// reason, does it: an event that could not be taken is given up; before a gap, what is missing
    /// is, and the event is taken. Whoever gives another reason proposes anew.
    ///
    /// @throws Refusal 409 `not-parked`, `behind-another`, `second-person-needed`
    void skip(ParkedEvent event, Actor by, String reason) {
        var locked = lock(event);
        var proposed = locked.proposed();
        if (!proposed.stands() || !proposed.reason().equals(reason)) {
            Sql.update(database, PROPOSE, by.id(), reason, event.id());
            write(event, by, "skip-proposed", reason);
        } else if (proposed.by().equals(by.id())) {
            throw new Refusal(
                    409, "second-person-needed", "Another person has to confirm what you proposed");
        } else if (locked.reason() == ParkReason.POISON) {
            Sql.update(database, GIVE_UP, event.id());
            write(event, by, "parked-event-skipped", reason);
        } else {
            Sql.update(database, GIVE_UP_WHAT_IS_MISSING, event.id());
            write(event, by, "missing-events-given-up", reason);
        }
    }

    private Locked lock(ParkedEvent event) {
        var locked =
                Sql.run(
                        database,
                        LOCK,
                        (_, statement) -> {
                            Sql.bind(statement, event.id());
                            try (var row = statement.executeQuery()) {
                                row.next();
                                return new Locked(
                                        !row.getString("state").equals("PARKED"),
                                        ParkReason.valueOf(row.getString("reason")),
                                        row.getBoolean("behind"),
                                        new Proposed(
                                                row.getBoolean("proposed"),
                                                text(row, "skip_proposed_by"),
                                                text(row, "skip_reason")));
                            }
                        });
        if (locked.over()) {
            throw new Refusal(409, "not-parked", "This event is not kept aside any more");
        }
        if (locked.behind()) {
            throw new Refusal(
                    409,
                    "behind-another",
                    "It waits for an earlier event of its subject: see to it");
        }
        return locked;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private void write(ParkedEvent event, Actor by, String act, @Nullable String reason) {
        String about =
                "event=%s consumer=%s subject=%s position=%d/%d"
                        .formatted(
                                event.event().id(),
                                event.consumer(),
                                event.stream().subject(),
                                event.position().epoch(),
                                event.position().sequence());
        journal.write(event.stream().tenant(), by, act, new OpsJournal.Cause(about, reason));
    }
}
