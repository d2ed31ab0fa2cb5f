package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody has seen or changed personal data (PIPA Decree Art. 30(1)5: who, when, whose data,
/// what).
///
/// A list read is one record that names every `subjectRef`; `bulk` stands in their place where
/// there are too many. `reason` is a code. `sealedContext` is the Base64 AES-GCM of where the
/// access came from, because an address is personal data of the actor.
public record AccessRecorded(
        Actor actor,
        String action,
        String resource,
        List<UUID> subjects,
        String reason,
        String sealedContext,
        Instant at,
        @Nullable Bulk bulk)
        implements Event {

    public AccessRecorded {
        subjects = List.copyOf(subjects);
    }

    /// Of people who are named one by one.
    public AccessRecorded(
            Actor actor,
            String action,
            String resource,
            List<UUID> subjects,
            String reason,
            String sealedContext,
            Instant at) {
        this(actor, action, resource, subjects, reason, sealedContext, at, null);
    }

    @Override
    public String key() {
        return actor.id();
    }

    /// Who it was: the subject of the token and the role it acted in.
    public record Actor(String id, String role) {}

    /// How many people's data it was, and the SHA-256 (lower-case hex) of the question by which
    /// they can be found again.
    public record Bulk(long count, String queryDigest) {}
}
