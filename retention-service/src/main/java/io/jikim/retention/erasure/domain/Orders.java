package io.jikim.retention.erasure.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a participant was ordered in a round. Its answer is compared with this line by line: what
/// does not answer an order is contested and proves nothing.
///
/// A count of nothing is never contested: whoever has no records of a category has none.
final class Orders {
    /// No statutory period that a policy can name is longer.
    private static final Period LONGEST = Period.ofYears(100);

    private final ParticipantName participant;
    private final Scope scope;
    private final Course course;
    private final Known known;

    Orders(ParticipantName participant, Scope scope, Course course, Known known) {
        this.participant = participant;
        this.scope = scope;
        this.course = course;
        this.known = known;
    }

    Judgement judge(Answer answer) {
        var counted = new ArrayList<Tally>();
        var contested = new ArrayList<Contest>();
        for (var tally : answer.tallies()) {
            var line = read(tally);
            objection(line)
                    .ifPresentOrElse(
                            why -> contested.add(Contest.of(answer.round(), tally, why)),
                            () -> counted.add(line));
        }
        if (answer.level() == null) {
            contested.add(new Contest(answer.round(), null, null, 0, Objection.UNKNOWN_LEVEL));
        }
        return new Judgement(answer.of(counted), contested);
    }

    /// The archive refuses what no law keeps any more, so nothing of it stands there: what was to
    /// be moved is gone.
    private Tally read(Tally tally) {
        return tally.outcome() == Outcome.ARCHIVED
                        && isOver(tally)
                        && !isSystem()
                        && known.deposited(tally) == 0
                        && about(tally.category(), course.orders()).stream()
                                .anyMatch(line -> line.disposition() instanceof Disposition.Archive)
                ? new Tally(
                        tally.category(),
                        Outcome.ERASED,
                        tally.count(),
                        tally.basis(),
                        tally.until())
                : tally;
    }

    private Optional<Objection> objection(Tally tally) {
        if (tally.count() == 0 || isOwnBusiness(tally)) {
            return Optional.empty();
        }
        var registered = known.registered();
        if (registered != null && !registered.contains(tally.category())) {
            return Optional.of(Objection.NOT_REGISTERED);
        }
        var ordered = ordered(tally);
        if (ordered.isEmpty()) {
            return Optional.of(Objection.NOT_ORDERED);
        }
        // Several lines speak of one category where its items part: one of them has to fit.
        var objections = ordered.stream().map(line -> objection(tally, line)).toList();
        return objections.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : objections.getFirst();
    }

    /// What stays is said again in later rounds, whatever they are about; what was to stay stays.
    private List<PlanLine> ordered(Tally tally) {
        var now = about(tally.category(), course.orders());
        var ever = about(tally.category(), course.plan().lines());
        if (!now.isEmpty()) {
            return now;
        }
        return tally.outcome().isDestruction()
                ? ever.stream().filter(Orders::stays).toList()
                : ever;
    }

    private static List<PlanLine> about(Category category, List<PlanLine> lines) {
        return lines.stream().filter(line -> line.category().equals(category)).toList();
    }

    private static boolean stays(PlanLine line) {
        return switch (line.disposition()) {
            case Disposition.Held _, Disposition.Keep _ -> true;
            case Disposition.Erase _, Disposition.Archive _ -> false;
        };
    }

    /// Our own services keep records of their own that no policy need name.
    private boolean isOwnBusiness(Tally tally) {
        if (!BuiltIn.speaksFor(participant, tally.category())) {
            return false;
        }
        return switch (tally.outcome()) {
            case RETAINED -> kept(tally).isEmpty();
            case ERASED, ANONYMISED ->
                    scope instanceof Scope.Membership
                            && about(tally.category(), course.plan().lines()).isEmpty();
            case ARCHIVED, HELD, KEPT -> false;
        };
    }

    private Optional<Objection> objection(Tally tally, PlanLine line) {
        if (tally.outcome() == Outcome.HELD) {
            return line.disposition() instanceof Disposition.Held
                            || known.held().contains(tally.category())
                    ? Optional.empty()
                    : Optional.of(Objection.NO_HOLD);
        }
        return switch (line.disposition()) {
            case Disposition.Erase _ -> erase(tally);
            case Disposition.Archive(var basis) -> archive(tally, line, basis);
            case Disposition.Held _ -> stay(tally, Objection.DESTROYED_UNDER_HOLD);
            case Disposition.Keep _ ->
                    tally.outcome() == Outcome.KEPT
                            ? Optional.empty()
                            : stay(tally, Objection.DESTROYED_WHILE_NEEDED);
        };
    }

    private Optional<Objection> erase(Tally tally) {
        return switch (tally.outcome()) {
            case ERASED, ANONYMISED -> Optional.empty();
            case ARCHIVED -> Optional.of(Objection.NO_LAW);
            case RETAINED -> kept(tally);
            case HELD -> Optional.of(Objection.NO_HOLD);
            case KEPT -> Optional.of(Objection.NO_PURPOSE);
        };
    }

    private Optional<Objection> archive(Tally tally, PlanLine line, Basis basis) {
        return switch (tally.outcome()) {
            case ERASED, ANONYMISED ->
                    isSystem() || isOver(tally)
                            ? Optional.empty()
                            : Optional.of(Objection.DESTROYED_BEFORE_ITS_END);
            case ARCHIVED -> archived(tally, basis);
            case RETAINED -> basis.code().equals(tally.basis()) ? kept(tally) : noBasis();
            case HELD -> Optional.of(Objection.NO_HOLD);
            // A row of which only some items go stays in use with what the law keeps of it.
            case KEPT ->
                    line.items().isEmpty() ? Optional.of(Objection.NO_PURPOSE) : Optional.empty();
        };
    }

    private Optional<Objection> archived(Tally tally, Basis basis) {
        if (!basis.code().equals(tally.basis())) {
            return noBasis();
        }
        if (tally.until() == null) {
            return Optional.of(Objection.NO_END);
        }
        // What the connector copies is read back and compared row by row before it answers.
        return isSystem() || known.deposited(tally) >= tally.count()
                ? Optional.empty()
                : Optional.of(Objection.NOT_DEPOSITED);
    }

    private static Optional<Objection> stay(Tally tally, Objection ifDestroyed) {
        return switch (tally.outcome()) {
            case ERASED, ANONYMISED, ARCHIVED -> Optional.of(ifDestroyed);
            case KEPT -> Optional.of(Objection.NO_PURPOSE);
            case RETAINED -> Optional.of(Objection.NOT_ORDERED);
            case HELD -> Optional.of(Objection.NO_HOLD);
        };
    }

    /// Kept under a law of the participant's own, which has an end; while the person stays a member
    /// the end may be that of the membership, which nobody knows.
    private Optional<Objection> kept(Tally tally) {
        var basis = tally.basis();
        var until = tally.until();
        if (basis == null || basis.isBlank()) {
            return noBasis();
        }
        if (until == null) {
            return scope instanceof Scope.Purpose
                    ? Optional.empty()
                    : Optional.of(Objection.NO_END);
        }
        if (until.isBefore(known.today())) {
            return Optional.of(Objection.PERIOD_OVER);
        }
        return until.isAfter(known.today().plus(LONGEST))
                ? Optional.of(Objection.NO_END)
                : Optional.empty();
    }

    private static Optional<Objection> noBasis() {
        return Optional.of(Objection.NO_BASIS);
    }

    private boolean isOver(Tally tally) {
        LocalDate until = tally.until();
        return until != null && until.isBefore(known.today());
    }

    private boolean isSystem() {
        return SystemName.of(participant).isPresent();
    }
}
