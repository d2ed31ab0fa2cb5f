package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.retention.erasure.domain.Contest;
import io.jikim.retention.erasure.domain.Course;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.Notice;
import io.jikim.retention.erasure.domain.Opening;
import io.jikim.retention.erasure.domain.Part;
import io.jikim.retention.erasure.domain.PartState;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Result;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.Stay;
import io.jikim.retention.erasure.domain.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A case as people and services read it.
record CaseView(
        UUID id,
        UUID subjectRef,
        ScopeView scope,
        String state,
        TimesView times,
        ProgressView progress,
        ResultView result) {
    record ScopeView(String kind, @Nullable String purpose) {}

    record TimesView(
            Instant openedAt,
            Instant deadline,
            @Nullable Instant destructionFrom,
            @Nullable Instant noticeAt) {}

    record ProgressView(
            int round,
            int revision,
            List<String> awaited,
            List<String> held,
            List<PartView> participants) {}

    record PartView(
            String name,
            String status,
            @Nullable Instant frozenAt,
            @Nullable Instant answeredAt,
            @Nullable String failure,
            List<TallyView> results,
            List<ContestView> contested) {}

    /// @param category null where the whole answer is meant
    /// @param said null where the answer is silent
    record ContestView(@Nullable String category, @Nullable String said, long count, String why) {}

    record TallyView(
            String category,
            String outcome,
            long count,
            @Nullable String basis,
            @Nullable LocalDate until) {}

    record ResultView(Map<String, Long> gone, List<StayView> stays) {}

    record StayView(
            String where,
            String category,
            String why,
            long count,
            @Nullable String basis,
            @Nullable LocalDate until,
            List<String> neededBy) {}

    static CaseView of(Erasure erasure) {
        var opening = erasure.opening();
        return new CaseView(
                opening.id().value(),
                opening.subject().value(),
                scope(opening.scope()),
                state(erasure),
                times(erasure, opening),
                progress(erasure),
                course(erasure)
                        .map(c -> result(Result.of(erasure.parts(), c.plan(), c.expiries())))
                        .orElse(new ResultView(Map.of(), List.of())));
    }

    static ResultView result(Result result) {
        var gone = new TreeMap<String, Long>();
        result.gone().forEach((category, count) -> gone.put(category.code(), count));
        return new ResultView(gone, result.stays().stream().map(CaseView::stay).toList());
    }

    private static ScopeView scope(Scope scope) {
        return switch (scope) {
            case Scope.Membership _ -> new ScopeView("MEMBERSHIP", null);
            case Scope.Purpose(var withdrawn, _) -> new ScopeView("PURPOSE", withdrawn.code());
        };
    }

    private static String state(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Opened _ -> "OPENED";
            case Erasure.Frozen _ -> "FROZEN";
            case Erasure.Planned _ -> "PLANNED";
            case Erasure.Ordered _ -> "ORDERED";
            case Erasure.Verified _, Erasure.Informed _ -> "VERIFIED";
            case Erasure.Certified _ -> "CERTIFIED";
        };
    }

    private static TimesView times(Erasure erasure, Opening opening) {
        var from = erasure instanceof Erasure.Planned planned ? planned.from() : null;
        return new TimesView(opening.at(), opening.deadline(), from, noticeAt(erasure));
    }

    private static @Nullable Instant noticeAt(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Informed informed -> sentAt(informed.notice());
            case Erasure.Certified certified -> sentAt(certified.notice());
            case Erasure.Opened _,
                    Erasure.Frozen _,
                    Erasure.Planned _,
                    Erasure.Ordered _,
                    Erasure.Verified _ ->
                    null;
        };
    }

    private static @Nullable Instant sentAt(Notice notice) {
        return notice instanceof Notice.Sent(var at) ? at : null;
    }

    private static ProgressView progress(Erasure erasure) {
        var course = course(erasure);
        var held =
                erasure instanceof Erasure.Holding holding
                        ? holding.held().stream().map(Object::toString).toList()
                        : List.<String>of();
        return new ProgressView(
                course.map(Course::round).orElse(0),
                course.map(Course::revision).orElse(0),
                erasure.parts().awaited().stream().map(ParticipantName::code).toList(),
                held,
                erasure.parts().all().stream().map(CaseView::part).toList());
    }

    private static Optional<Course> course(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Opened _, Erasure.Frozen _ -> Optional.empty();
            case Erasure.Planned e -> Optional.of(e.course());
            case Erasure.Ordered e -> Optional.of(e.course());
            case Erasure.Verified e -> Optional.of(e.course());
            case Erasure.Informed e -> Optional.of(e.course());
            case Erasure.Certified e -> Optional.of(e.course());
        };
    }

    private static PartView part(Part part) {
        return new PartView(
                part.participant().code(),
                part.status().name(),
                part.frozenAt(),
                part.state() instanceof PartState.Settled(var at) ? at : null,
                part.state() instanceof PartState.Failed(var reason, _) ? reason : null,
                part.done().tallies().stream().map(CaseView::tally).toList(),
                Stream.concat(part.contested().stream(), part.against().stream())
                        .distinct()
                        .map(CaseView::contest)
                        .toList());
    }

    private static ContestView contest(Contest line) {
        return new ContestView(
                line.category() == null ? null : line.category().code(),
                line.said() == null ? null : line.said().name(),
                line.count(),
                line.objection().code());
    }

    private static TallyView tally(Tally tally) {
        return new TallyView(
                tally.category().code(),
                tally.outcome().name(),
                tally.count(),
                tally.basis(),
                tally.until());
    }

    private static StayView stay(Stay stay) {
        return new StayView(
                stay.where().code(),
                stay.category().code(),
                stay.outcome().name(),
                stay.count(),
                stay.basis(),
                stay.until(),
                stay.neededBy().stream().map(PurposeCode::code).sorted().toList());
    }
}
