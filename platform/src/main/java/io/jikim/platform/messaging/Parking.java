package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps an event aside as it came, so that its subject waits and all others go on.
@ApplicationScoped
class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);
    private static final JsonMapper JSON = new JsonMapper();

    // Who wanted to give it up has agreed to that for one reason, and for no other.
    private static final String PARK =
            """
            insert into parked as p (id, consumer, event_id, type, tenant, subject, topic, source,
                epoch, sequence, after_epoch, after_sequence, headers, payload, reason, error)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, left(?, 500))
            on conflict (consumer, event_id, topic, source)
            do update set attempts = p.attempts + 1, retry_wanted = false,
                skip_proposed_by = case when p.reason = excluded.reason then p.skip_proposed_by end,
                skip_proposed_at = case when p.reason = excluded.reason then p.skip_proposed_at end,
                skip_reason = case when p.reason = excluded.reason then p.skip_reason end,
                reason = excluded.reason, error = excluded.error
            where p.state = 'PARKED'
            """;

    private final DataSource database;

    private final Ids ids;

    Parking(DataSource database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    void park(
            String consumer,
            Envelope event,
            ConsumerRecord<String, byte[]> received,
            NotInTurn why) {
        var stream = event.stream();
        var after = event.after();
        Sql.update(
                database,
                PARK,
                ids.next(),
                consumer,
                event.id(),
                event.type(),
                stream.tenant(),
                stream.subject(),
                stream.topic(),
                stream.source(),
                event.position().epoch(),
                event.position().sequence(),
                after == null ? null : after.epoch(),
                after == null ? null : after.sequence(),
                headers(received),
                received.value(),
                why.reason().name(),
                String.valueOf(why.getMessage()));
        LOG.errorf(
                "Parked: consumer=%s event=%s type=%s subject=%s sequence=%d reason=%s error=%s",
                consumer,
                event.id(),
                event.type(),
                stream.subject(),
                event.position().sequence(),
                why.reason(),
                why.getMessage());
    }

    private static String headers(ConsumerRecord<String, byte[]> received) {
        Map<String, String> headers = new TreeMap<>();
        for (var header : received.headers()) {
            headers.put(storable(header.key()), storable(text(header.value())));
        }
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, UTF_8);
    }

    // PostgreSQL has no place for this one character.
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
