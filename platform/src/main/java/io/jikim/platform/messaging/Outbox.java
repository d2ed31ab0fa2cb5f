package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jikim.contracts.Event;
import io.jikim.contracts.EventTypes;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where a fact is left, in the transaction that makes it true; the relay takes it to the broker.
@ApplicationScoped
public class Outbox {

    static final int SHARDS = 16;

    // One statement, so one round trip: the stream's row stays locked until the transaction ends,
    // and for that reason the order of numbers, of ids and of commits is one and the same. What was
    // told before a long pause is not counted any more: who counts has forgotten it.
    private static final String APPEND =
            """
            with stream as (
                insert into subject_stream as s
                    (tenant, subject, topic, source, active_at, epoch, last_sequence)
                select ?, ?, ?, ?, case when ? then date_trunc('minute', clock_timestamp()) end,
                    epoch, 1 from speaking_epoch
                on conflict (tenant, subject, topic, source)
                do update set active_at = excluded.active_at, epoch = excluded.epoch, last_sequence =
                    case when s.epoch = excluded.epoch then s.last_sequence + 1 else 1 end,
                    uncounted_epoch = case when s.active_at < excluded.active_at - interval '90 days'
                        then s.epoch else s.uncounted_epoch end,
                    uncounted = case when s.active_at < excluded.active_at - interval '90 days'
                        then s.last_sequence else s.uncounted end
                returning s.tenant, s.subject, s.topic, s.source, s.epoch, s.last_sequence,
                    case when old.epoch < new.epoch then old.epoch end,
                    case when old.epoch < new.epoch then old.last_sequence end)
            insert into outbox (shard, event_id, type, dataschema, correlation_id, causation_id,
                traceparent, payload, tenant, subject, topic, source, epoch, sequence,
                after_epoch, after_sequence)
            select ?, ?, ?, ?, ?, ?, ?, ?, stream.* from stream
            """;

    private final DataSource database;
    private final CurrentTenant tenant;
    private final CurrentTrace trace;
    private final TransactionSynchronizationRegistry transaction;
    private final Wake wake;
    private final Ids ids;
    private final String source;

    Outbox(
            DataSource database,
            CurrentTenant tenant,
            CurrentTrace trace,
            TransactionSynchronizationRegistry transaction,
            Wake wake,
            Ids ids,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.database = database;
        this.tenant = tenant;
        this.trace = trace;
        this.transaction = transaction;
        this.wake = wake;
        this.ids = ids;
        this.source = "/" + application;
    }

    /// Returns the event's id. @throws EventTooLarge beyond 64 KiB of JSON
    ///
    /// @throws IllegalStateException without a transaction or a tenant
    public UUID append(Event event) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("A fact needs the transaction that makes it true");
        }
        var type = EventTypes.of(event);
        String payload = sized(type.type(), EventJson.write(event));
        var stream = new Stream(tenant.get().code(), event.key(), type.topic(), source);
        UUID id = ids.next();
        var trail = trace.trailOf(id);
        Sql.update(
                database,
                APPEND,
                stream.tenant(),
                stream.subject(),
                stream.topic(),
                stream.source(),
                Heartbeat.isOn(stream.topic()),
                shardOf(stream),
                id,
                type.type(),
                type.dataschema(),
                trail.correlation(),
                trail.causation(),
                trail.traceparent().toString(),
                payload);
        wake.afterCommit(transaction);
        return id;
    }

    static short shardOf(Stream stream) {
        return (short) Math.floorMod((stream.tenant() + "|" + stream.subject()).hashCode(), SHARDS);
    }

    private static String sized(String type, String payload) {
        int bytes = payload.getBytes(UTF_8).length;
        if (bytes > EventTooLarge.LIMIT) {
            throw new EventTooLarge(type, bytes);
        }
        return payload;
    }
}
