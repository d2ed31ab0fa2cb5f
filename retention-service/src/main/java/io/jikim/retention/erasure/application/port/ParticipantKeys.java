package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.ParticipantName;

/// The keys with which participants sign what they say.
public interface ParticipantKeys {
    /// Whether the participant's own key made this signature over this text; false for an unknown
    /// participant.
    ///
    /// @param signature Base64 Ed25519
    boolean signed(ParticipantName participant, String text, String signature);
}
