package io.jikim.consent.rights.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A person's request to correct items of their data; where it is `restricting`, as the policy
/// promised, the data is not used meanwhile (PIPA Art. 30(3): what is better for the person binds).
public record Correction(
        RequestId id,
        Requester requester,
        Set<String> items,
        boolean restricting,
        Instant receivedAt,
        DueDate due,
        State state) {

    public Correction {
        items = Set.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a correction names at least one item");
        }
    }

    /// How far a request has come.
    public sealed interface State {

        /// These items have not been corrected yet.
        record Open(Set<String> outstanding) implements State {

            public Open {
                outstanding = Set.copyOf(outstanding);
            }
        }

        /// Everything asked for is corrected.
        record Completed(Instant at) implements State {}
    }

    /// A request as it comes in.
    public static Correction requested(
            RequestId id,
            Requester requester,
            Set<String> items,
            boolean restricting,
            Instant now) {
        var due = DueDate.ofCorrection(now);
        return new Correction(id, requester, items, restricting, now, due, new State.Open(items));
    }

    /// The items that are still wrong.
    public Set<String> outstanding() {
        return switch (state) {
            case State.Open(var outstanding) -> outstanding;
            case State.Completed _ -> Set.of();
        };
    }

    /// What follows when these items have been corrected; empty where this request did not wait for
    /// them.
    public Optional<Correction> corrected(Collection<String> corrected, Instant now) {
        var left = new HashSet<>(outstanding());
        if (!left.removeAll(corrected)) {
            return Optional.empty();
        }
        return Optional.of(with(left.isEmpty() ? new State.Completed(now) : new State.Open(left)));
    }

    private Correction with(State next) {
        return new Correction(id, requester, items, restricting, receivedAt, due, next);
    }
}
