package io.jikim.retention.erasure.application;

import io.jikim.platform.access.Access;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class InMemoryParticipants implements Participants {
    private final Map<ParticipantName, Participant> stored = new LinkedHashMap<>();
    private final Map<ParticipantName, String> clients = new HashMap<>();
    private final Set<ParticipantName> retired = new HashSet<>();

    @Override
    public List<Participant> all() {
        return stored.values().stream()
                .filter(participant -> !retired.contains(participant.name()))
                .toList();
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
    public void retire(ParticipantName name, Access access) {
        retired.add(name);
    }

    @Override
    public void register(Participant participant, String client) {
        clients.putIfAbsent(participant.name(), client);
        stored.put(participant.name(), participant);
        retired.remove(participant.name());
    }

    @Override
    public Optional<String> client(ParticipantName name) {
        return Optional.ofNullable(clients.get(name));
    }
}
