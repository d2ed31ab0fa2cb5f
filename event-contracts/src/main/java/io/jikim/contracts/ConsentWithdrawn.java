package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A data subject has taken one consent back.
///
/// `remainingPurposes` are the codes of the purposes that still apply to this person at that
/// moment: what none of them needs is to be destroyed without delay (PIPA Art. 37(3)).
public record ConsentWithdrawn(
        UUID consentId,
        UUID subjectRef,
        String purpose,
        int policyVersion,
        List<String> remainingPurposes,
        Instant at)
        implements Event {

    public ConsentWithdrawn {
        remainingPurposes = List.copyOf(remainingPurposes);
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
