package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.retention.erasure.domain.Course;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.Notice;
import io.jikim.retention.erasure.domain.Opening;
import io.jikim.retention.erasure.domain.Parts;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.Verification;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The part of a case that is stored as one document; what a state does not have is absent.
record CaseDocument(
        Scope scope,
        Parts parts,
        @Nullable Course course,
        @Nullable Instant from,
        @Nullable Verification verification,
        @Nullable Notice notice) {
    static CaseDocument of(Erasure erasure) {
        var scope = erasure.opening().scope();
        var parts = erasure.parts();
        return switch (erasure) {
            case Erasure.Opened _, Erasure.Frozen _ ->
                    new CaseDocument(scope, parts, null, null, null, null);
            case Erasure.Planned e ->
                    new CaseDocument(scope, parts, e.course(), e.from(), null, null);
            case Erasure.Ordered e -> new CaseDocument(scope, parts, e.course(), null, null, null);
            case Erasure.Verified e ->
                    new CaseDocument(scope, parts, e.course(), null, e.verification(), null);
            case Erasure.Informed e ->
                    new CaseDocument(scope, parts, e.course(), null, e.verification(), e.notice());
            case Erasure.Certified e ->
                    new CaseDocument(scope, parts, e.course(), null, e.verification(), e.notice());
        };
    }

    Erasure toDomain(StateName state, Opening opening) {
        return switch (state) {
            case OPENED -> new Erasure.Opened(opening, parts);
            case FROZEN -> new Erasure.Frozen(opening, parts);
            case PLANNED -> new Erasure.Planned(opening, parts, some(course), some(from));
            case ORDERED -> new Erasure.Ordered(opening, parts, some(course));
            case VERIFIED -> new Erasure.Verified(opening, parts, some(course), some(verification));
            case INFORMED ->
                    new Erasure.Informed(
                            opening, parts, some(course), some(verification), some(notice));
            case CERTIFIED ->
                    new Erasure.Certified(
                            opening, parts, some(course), some(verification), some(notice));
        };
    }

    private static <T> T some(@Nullable T value) {
        return Objects.requireNonNull(value, "a stored case lacks what its state has");
    }
}
