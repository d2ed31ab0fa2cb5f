package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Somebody has seen or changed personal data (PIPA Decree Art. 30(1)5: who, when, whose data,
/// what).
///
/// A list read is one record that names every `subjectRef`. `reason` is a code. `sealedContext` is
/// the Base64 AES-GCM of where the access came from, because an address is personal data of the
/// actor.
public record AccessRecorded(
        Actor actor,
        String action,
        String resource,
        List<UUID> subjects,
        String reason,
        String sealedContext,
        Instant at)
        implements Event {

    public AccessRecorded {
        subjects = List.copyOf(subjects);
    }

    @Override
    public String key() {
        return actor.id();
    }

    /// Who it was: the subject of the token and the role it acted in.
    public record Actor(String id, String role) {}
}
