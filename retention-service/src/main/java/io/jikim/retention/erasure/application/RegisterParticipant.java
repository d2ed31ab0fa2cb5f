package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.BuiltIn;
import io.jikim.retention.erasure.domain.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Use case: an internal service takes part in the erasures that are opened from now on.
@ApplicationScoped
public class RegisterParticipant {
    /// The name is somebody else's: the holder of another key.
    public static class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The name is kept for something that is no participant of the tenant's own.
    public static class NameReserved extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Participants participants;

    RegisterParticipant(Participants participants) {
        this.participants = participants;
    }

    /// The same participant again is harmless and may name other categories. The first client that
    /// registers it is the one that speaks for it; where a person does, it is the one of its name.
    ///
    /// @param client the id of the client that registers itself; empty if a person registers it
    /// @throws NameReserved if the name is not for registration
    /// @throws NameTaken if its holder has another key or is another client
    @Transactional
    public void register(Participant participant, Optional<String> client) {
        if (BuiltIn.reserves(participant.name())) {
            throw new NameReserved();
        }
        participants
                .claim(participant.name())
                .filter(known -> !known.publicKey().equals(participant.publicKey()))
                .ifPresent(_ -> {
                    throw new NameTaken();
                });
        var known = participants.client(participant.name());
        if (known.isPresent() && client.isPresent() && !known.equals(client)) {
            throw new NameTaken();
        }
        participants.register(participant, client.orElse(participant.name().code()));
    }
}
