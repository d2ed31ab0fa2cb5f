package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.ParticipantName;

/// The keys with which participants sign what they say.
public interface ParticipantKeys {
    /// Whether the acknowledgement in this event carries a signature of the participant's own key;
    /// false for an unknown participant.
    ///
    /// @param event the event's JSON as received
    boolean signed(ParticipantName participant, String event);
}
