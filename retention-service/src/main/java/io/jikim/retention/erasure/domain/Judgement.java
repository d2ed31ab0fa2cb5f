package io.jikim.retention.erasure.domain;

import java.util.List;

/// An answer as it was compared with the orders: what of it counts, and what is contested.
///
/// @param accepted the answer without its contested lines; proves nothing it was not ordered to do
public record Judgement(Answer accepted, List<Contest> contested) {
    public Judgement {
        contested = List.copyOf(contested);
    }

    /// Whether the answer settles the round.
    public boolean isAccepted() {
        return contested.isEmpty();
    }
}
