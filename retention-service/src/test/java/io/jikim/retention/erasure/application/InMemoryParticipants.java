package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class InMemoryParticipants implements Participants {
    private final Map<ParticipantName, Participant> stored = new LinkedHashMap<>();

    @Override
    public List<Participant> all() {
        return List.copyOf(stored.values());
    }

    @Override
    public Optional<Participant> find(ParticipantName name) {
        return Optional.ofNullable(stored.get(name));
    }

    @Override
    public Optional<Participant> claim(ParticipantName name) {
        return find(name);
    }

    @Override
    public void register(Participant participant) {
        stored.put(participant.name(), participant);
    }
}
