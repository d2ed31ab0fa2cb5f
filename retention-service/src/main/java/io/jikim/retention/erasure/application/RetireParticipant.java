package io.jikim.retention.erasure.application;

import io.jikim.platform.access.Access;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.ParticipantName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: an internal service takes part in no case that is opened from now on. Cases that are
/// open go on waiting for it: what it holds is still owed.
@ApplicationScoped
public class RetireParticipant {
    /// The tenant registered nobody of this name.
    public static class UnknownParticipant extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Participants participants;

    RetireParticipant(Participants participants) {
        this.participants = participants;
    }

    /// A second time changes nothing; registering again lets it take part again. Who did it and why
    /// stands in the audit log.
    ///
    /// @throws UnknownParticipant if nobody registered under the name
    @Transactional
    public void retire(ParticipantName name, Access access) {
        var known = participants.claim(name).orElseThrow(UnknownParticipant::new);
        participants.retire(known.name(), access);
    }
}
