package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import java.util.List;
import java.util.Optional;

/// The internal services that the current tenant registered.
public interface Participants {
    List<Participant> all();

    Optional<Participant> find(ParticipantName name);

    /// The one of this name, if there is one; nobody else registers the name before the transaction
    /// at hand ends.
    Optional<Participant> claim(ParticipantName name);

    /// Stores a new one, or the new key and categories of a known one.
    void register(Participant participant);
}
