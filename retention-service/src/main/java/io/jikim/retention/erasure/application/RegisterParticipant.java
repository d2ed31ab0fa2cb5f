package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.BuiltIn;
import io.jikim.retention.erasure.domain.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: an internal service takes part in the erasures that are opened from now on.
@ApplicationScoped
public class RegisterParticipant {
    /// The name belongs to a service of ours or to a connected system.
    public static class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Participants participants;

    RegisterParticipant(Participants participants) {
        this.participants = participants;
    }

    /// @throws NameTaken if the name is not for registration
    @Transactional
    public void register(Participant participant) {
        if (BuiltIn.knows(participant.name()) || participant.name().code().startsWith("system:")) {
            throw new NameTaken();
        }
        participants.register(participant);
    }
}
