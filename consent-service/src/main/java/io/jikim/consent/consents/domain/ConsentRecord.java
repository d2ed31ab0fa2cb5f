package io.jikim.consent.consents.domain;

import java.time.Instant;

/// One entry of a person's consent history; entries are added, never changed.
public record ConsentRecord(
        ConsentId id,
        SubjectRef subject,
        String purpose,
        Answer answer,
        Evidence evidence,
        Instant at) {

    /// What the person said. A withdrawal carries the evidence of the consent it takes back.
    public enum Answer {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }
}
