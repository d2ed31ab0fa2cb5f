package io.jikim.retention.erasure.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// One erasure case; each state offers only the transitions that are legal in it.
public sealed interface Erasure {
    Opening opening();

    Parts parts();

    default ErasureId id() {
        return opening().id();
    }

    /// Whether it ought to be certified by now; inside its restore window nothing is owed.
    default boolean isLate(Instant now) {
        return !now.isBefore(opening().deadline())
                && switch (this) {
                    case Planned planned -> !now.isBefore(planned.from());
                    case Certified _ -> false;
                    case Opened _, Frozen _, Ordered _, Verified _, Informed _ -> true;
                };
    }

    /// The same case, knowing that a participant refuses reads of the person; said twice it changes
    /// nothing.
    Erasure frozen(ParticipantName participant, Instant at);

    /// Participants were told to freeze; the person's identifiers are awaited.
    record Opened(Opening opening, Parts parts) implements Erasure, Late<Opened> {
        /// The identifiers are sealed into the case, so that nothing can be lost by erasing.
        public Frozen freeze() {
            return new Frozen(opening, parts);
        }

        @Override
        public Opened frozen(ParticipantName participant, Instant at) {
            return new Opened(opening, parts.with(participant, part -> part.frozen(at)));
        }

        @Override
        public Opened overdue(Instant at) {
            return new Opened(opening, parts.overdue(at));
        }
    }

    /// Nobody uses the data; what is to become of it is not decided yet.
    record Frozen(Opening opening, Parts parts) implements Erasure, Late<Frozen> {
        /// Destruction may begin so many days after the opening, whatever a later policy says.
        public Planned plan(Plan plan, int restoreDays) {
            var from = opening.at().plus(Duration.ofDays(restoreDays));
            return new Planned(opening, parts, Course.of(plan, restoreDays), from);
        }

        @Override
        public Frozen frozen(ParticipantName participant, Instant at) {
            return new Frozen(opening, parts.with(participant, part -> part.frozen(at)));
        }

        @Override
        public Frozen overdue(Instant at) {
            return new Frozen(opening, parts.overdue(at));
        }
    }

    /// Decided, and waiting for the end of the restore window.
    record Planned(Opening opening, Parts parts, Course course, Instant from)
            implements Erasure, Late<Planned> {
        /// Whether the restore window is still open. Where there is none, nothing is waited for:
        /// the clock that dated the opening may run ahead of this one.
        public boolean waits(Instant now) {
            return from.isAfter(opening.at()) && now.isBefore(from);
        }

        /// The plan is made anew at this moment, so that a hold placed in the window counts.
        public Ordered order(Plan plan, Instant at) {
            return new Ordered(opening, parts, course.first(plan, at));
        }

        @Override
        public Planned frozen(ParticipantName participant, Instant at) {
            return new Planned(
                    opening, parts.with(participant, part -> part.frozen(at)), course, from);
        }

        @Override
        public Planned overdue(Instant at) {
            return new Planned(opening, parts.overdue(at), course, from);
        }
    }

    /// Participants carry out their orders and answer.
    record Ordered(Opening opening, Parts parts, Course course)
            implements Erasure, Late<Ordered>, Holding {
        /// Compares the answer with what was ordered; a contested one is taken, and owed still.
        public Taking take(ParticipantName participant, Answer answer, Known known) {
            var part = parts.find(participant);
            if (part.isEmpty()) {
                return new Taking.Ignored(Taking.Why.UNKNOWN_PARTICIPANT);
            }
            if (answer.round() != course.round()) {
                return new Taking.Ignored(Taking.Why.OTHER_ROUND);
            }
            if (part.get().isSettled()) {
                return new Taking.Ignored(Taking.Why.ALREADY_ANSWERED);
            }
            var orders = new Orders(participant, opening.scope(), course, known);
            var judged = part.get().judged(orders, answer, course.released());
            return new Taking.Taken(with(parts.with(participant, _ -> judged)), judged.contested());
        }

        /// A participant could not; the case stays open until it can.
        public Ordered failed(ParticipantName participant, String reason, Instant at) {
            return with(parts.with(participant, part -> part.failed(reason, at)));
        }

        /// @throws IllegalStateException while somebody owes an answer
        public Verified verify(Verification verification) {
            if (!parts.isSettled()) {
                throw new IllegalStateException(id() + " still awaits " + parts.awaited());
            }
            return new Verified(opening, parts, course, verification);
        }

        @Override
        public Ordered frozen(ParticipantName participant, Instant at) {
            return with(parts.with(participant, part -> part.frozen(at)));
        }

        @Override
        public Ordered overdue(Instant at) {
            return with(parts.overdue(at));
        }

        private Ordered with(Parts changed) {
            return new Ordered(opening, changed, course);
        }
    }

    /// Looked for and not found; the person is to be told.
    record Verified(Opening opening, Parts parts, Course course, Verification verification)
            implements Erasure {
        public Informed inform(Notice notice) {
            return new Informed(opening, parts, course, verification, notice);
        }

        @Override
        public Verified frozen(ParticipantName participant, Instant at) {
            return this;
        }
    }

    /// The person was told; the certificate is to be issued.
    record Informed(
            Opening opening, Parts parts, Course course, Verification verification, Notice notice)
            implements Erasure {
        public Certified certify() {
            return new Certified(opening, parts, course.certified(), verification, notice);
        }

        @Override
        public Informed frozen(ParticipantName participant, Instant at) {
            return this;
        }
    }

    /// Certified; goes on only when a hold is released or an archived record reaches its end.
    record Certified(
            Opening opening, Parts parts, Course course, Verification verification, Notice notice)
            implements Erasure, Holding {
        /// Archived records were destroyed: the next revision says so.
        public Certified expired(Collection<Expiry> expiries) {
            return new Certified(opening, parts, course.expired(expiries), verification, notice);
        }

        @Override
        public Certified frozen(ParticipantName participant, Instant at) {
            return this;
        }
    }

    /// A state in which somebody may owe an answer when the deadline passes.
    interface Late<S extends Erasure> {
        /// Whoever owes an answer is overdue; may still answer.
        S overdue(Instant at);
    }

    /// A state in which categories may be left under holds.
    interface Holding {
        Opening opening();

        Parts parts();

        Course course();

        /// Categories that were left untouched because a hold named them.
        default Set<Category> held() {
            var held = new TreeSet<>(course().plan().heldCategories());
            held.addAll(parts().heldCategories());
            return held;
        }

        /// What was held and is free now: owed again, and by nobody's request.
        ///
        /// @param stillHeld categories that an active hold names
        default Set<Category> owed(Set<Category> stillHeld) {
            var owed = new TreeSet<>(held());
            owed.removeAll(stillHeld);
            return owed;
        }

        /// The next round: everybody is asked again about exactly the owed categories, and has the
        /// time of a round for it.
        ///
        /// @param at in real time, as holds are dated
        /// @param deadline in the tenant's business time
        default Ordered orderOwed(Set<Category> owed, Plan plan, Instant at, Instant deadline) {
            return new Ordered(
                    opening().due(deadline),
                    parts().again(),
                    course().next(owed, plan.linesOf(owed), at));
        }
    }
}
