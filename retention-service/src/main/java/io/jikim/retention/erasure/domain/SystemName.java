package io.jikim.retention.erasure.domain;

/// The name under which a tenant connected one of its databases.
public record SystemName(String value) {
    private static final String PREFIX = "system:";

    /// The name under which the system appears among the participants of a case.
    public ParticipantName participant() {
        return new ParticipantName(PREFIX + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
