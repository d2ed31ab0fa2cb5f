package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Query: the services that the tenant registered.
@ApplicationScoped
public class FindParticipants {
    private final Participants participants;

    FindParticipants(Participants participants) {
        this.participants = participants;
    }

    @Transactional
    public List<Participant> all() {
        return participants.all();
    }
}
