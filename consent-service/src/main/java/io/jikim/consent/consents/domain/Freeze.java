package io.jikim.consent.consents.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open erasure case keeps a person's data from being used; `purpose` is null where the whole
/// membership is frozen.
public record Freeze(UUID caseId, SubjectRef subject, @Nullable String purpose) {

    /// Whether nothing at all of this person may be used or read.
    public boolean whole() {
        return purpose == null;
    }

    /// Whether this purpose may not be served.
    public boolean covers(String code) {
        return purpose == null || purpose.equals(code);
    }
}
