package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A legal hold: categories of a person that nobody may destroy until somebody releases it.
///
/// @param matter the matter's number or name as the holder knows it; no personal data
/// @param releasedAt null while it is active
public record Hold(
        HoldId id,
        SubjectId subject,
        Set<Category> categories,
        String matter,
        Instant placedAt,
        @Nullable Instant releasedAt) {
    /// The matter of a hold that only the archive knew: the one that it was placed for is lost.
    public static final String FOUND = "found in the archive";

    public Hold {
        categories = Set.copyOf(categories);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("a hold names what it holds");
        }
    }

    public static Hold found(
            HoldId id, SubjectId subject, Set<Category> categories, Instant placedAt) {
        return new Hold(id, subject, categories, FOUND, placedAt, null);
    }

    public boolean isActive() {
        return releasedAt == null;
    }

    /// Released now; a second release changes nothing.
    public Hold release(Instant at) {
        return releasedAt == null ? new Hold(id, subject, categories, matter, placedAt, at) : this;
    }
}
