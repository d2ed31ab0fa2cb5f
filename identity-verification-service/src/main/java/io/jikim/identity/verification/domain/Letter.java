package io.jikim.identity.verification.domain;

import java.util.UUID;

/// A mail on its way: to whom, in which language, with which code. `id` names it, so that a mailbox
/// can tell a repetition.
public record Letter(UUID id, String to, String lang, Code code, int minutesValid) {

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
