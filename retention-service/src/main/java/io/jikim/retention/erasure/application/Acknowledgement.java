package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.Answer;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.ParticipantName;

/// What a participant says over the wire.
///
/// @param event the JSON as received: its signature is checked over exactly that
public record Acknowledgement(
        ErasureId erasure, ParticipantName participant, Phase phase, Answer answer, String event) {
    /// How far the participant has come.
    public enum Phase {
        FROZEN,
        DONE
    }
}
