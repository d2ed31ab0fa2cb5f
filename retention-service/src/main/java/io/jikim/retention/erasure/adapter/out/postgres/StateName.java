package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.retention.erasure.domain.Erasure;

/// The states of a case as they are stored and searched for.
enum StateName {
    OPENED,
    FROZEN,
    PLANNED,
    ORDERED,
    VERIFIED,
    INFORMED,
    CERTIFIED;

    static StateName of(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Opened _ -> OPENED;
            case Erasure.Frozen _ -> FROZEN;
            case Erasure.Planned _ -> PLANNED;
            case Erasure.Ordered _ -> ORDERED;
            case Erasure.Verified _ -> VERIFIED;
            case Erasure.Informed _ -> INFORMED;
            case Erasure.Certified _ -> CERTIFIED;
        };
    }
}
