package io.jikim.retention.erasure.domain;

import java.util.Optional;

/// The name under which a tenant connected one of its databases.
public record SystemName(String value) {
    private static final String PREFIX = "system:";

    /// The system that a participant's name stands for; empty for a service.
    public static Optional<SystemName> of(ParticipantName participant) {
        return participant.code().startsWith(PREFIX)
                ? Optional.of(new SystemName(participant.code().substring(PREFIX.length())))
                : Optional.empty();
    }

    /// The name under which the system appears among the participants of a case.
    public ParticipantName participant() {
        return new ParticipantName(PREFIX + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
