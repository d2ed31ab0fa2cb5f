package io.jikim.retention.erasure.domain;

import java.util.regex.Pattern;

/// Who takes part in an erasure: a service, the login account, a connected system
/// (`system:<name>`).
public record ParticipantName(String code) implements Comparable<ParticipantName> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9:._-]{0,79}");

    public ParticipantName {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a participant code: " + code);
        }
    }

    @Override
    public int compareTo(ParticipantName other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
