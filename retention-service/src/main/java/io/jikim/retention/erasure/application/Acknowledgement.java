package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.Answer;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.ParticipantName;

/// What a participant says over the wire, with its signature over exactly the text that it says.
///
/// @param text the canonical JSON that was signed
/// @param signature Base64 Ed25519
public record Acknowledgement(
        ErasureId erasure,
        ParticipantName participant,
        Phase phase,
        Answer answer,
        String text,
        String signature) {
    /// How far the participant has come.
    public enum Phase {
        FROZEN,
        DONE
    }
}
