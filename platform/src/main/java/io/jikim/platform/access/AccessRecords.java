package io.jikim.platform.access;

import io.jikim.contracts.AccessRecorded;
import io.jikim.platform.crypto.BusSeal;
import io.jikim.platform.crypto.CanonicalJson;
import io.jikim.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    // An event takes 64 KiB; this many names take 39 of them.
    private static final int MOST = 1_000;

    private final Outbox outbox;
    private final BusSeal seal;
    private final InstantSource clock;

    AccessRecords(Outbox outbox, BusSeal seal, InstantSource clock) {
        this.outbox = outbox;
        this.seal = seal;
        this.clock = clock;
    }

    /// Call it in the transaction that reads: no record, no read. A list is one record that names
    /// everybody on it, or several where it is too long for one.
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Access access, String resource, Collection<UUID> subjects) {
        var at = clock.instant();
        var all = List.copyOf(subjects);
        int from = 0;
        do {
            var some = all.subList(from, Math.min(from + MOST, all.size()));
            outbox.append(record(access, resource, some, at));
            from += MOST;
        } while (from < all.size());
    }

    private AccessRecorded record(Access access, String resource, List<UUID> subjects, Instant at) {
        return new AccessRecorded(
                new AccessRecorded.Actor(access.actor().id(), access.actor().role()),
                access.action(),
                resource,
                subjects,
                access.reason(),
                sealed(access),
                at);
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
