package io.jikim.retention.erasure.application.port;

import io.jikim.platform.access.Access;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import java.util.List;
import java.util.Optional;

/// The internal services that the current tenant registered.
public interface Participants {
    /// Those that take part in cases opened from now on, by name.
    List<Participant> all();

    /// Also one that takes part no more: what it says in cases that are open still counts.
    Optional<Participant> find(ParticipantName name);

    /// The one of this name, if there is one; nobody else registers the name before the transaction
    /// at hand ends.
    Optional<Participant> claim(ParticipantName name);

    /// Takes part in no case opened from now on, until it registers again; who wanted it so leaves
    /// an access record in the same transaction.
    void retire(ParticipantName name, Access access);

    /// Stores a new one, or the new key and categories of a known one; a retired one takes part
    /// again.
    ///
    /// @param client the id of the client that speaks for it over REST; that of a known one stays
    void register(Participant participant, String client);

    /// The id of the client that speaks for it over REST, be it retired or not; empty if nobody
    /// registered under the name.
    Optional<String> client(ParticipantName name);
}
