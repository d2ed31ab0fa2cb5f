package io.jikim.platform.access;

import io.jikim.contracts.AccessRecorded;
import io.jikim.platform.crypto.BusSeal;
import io.jikim.platform.crypto.CanonicalJson;
import io.jikim.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The records of who saw whose personal data; they leave through the outbox.
@ApplicationScoped
public class AccessRecords {

    private final Outbox outbox;
    private final BusSeal seal;
    private final InstantSource clock;

    AccessRecords(Outbox outbox, BusSeal seal, InstantSource clock) {
        this.outbox = outbox;
        this.seal = seal;
        this.clock = clock;
    }

    /// Call it in the transaction that reads: no record, no read. A list is one record that names
    /// everybody on it.
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Access access, String resource, Collection<UUID> subjects) {
        outbox.append(
                new AccessRecorded(
                        new AccessRecorded.Actor(access.actor().id(), access.actor().role()),
                        access.action(),
                        resource,
                        List.copyOf(subjects),
                        access.reason(),
                        sealed(access),
                        clock.instant()));
    }

    private String sealed(Access access) {
        Map<String, Object> context = new HashMap<>();
        context.put("from", access.from());
        if (access.note() != null) {
            context.put("note", access.note());
        }
        byte[] plain = CanonicalJson.of(context).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(seal.seal("access.recorded", plain));
    }
}
