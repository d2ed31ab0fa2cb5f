package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// The participants of a case as they were when it was opened; nobody joins or leaves later.
public record Parts(List<Part> all) {
    public Parts {
        all = List.copyOf(all);
    }

    public static Parts pending(Collection<ParticipantName> participants) {
        return new Parts(participants.stream().distinct().map(Part::pending).toList());
    }

    public Optional<Part> find(ParticipantName participant) {
        return all.stream().filter(part -> part.participant().equals(participant)).findFirst();
    }

    public boolean isSettled() {
        return all.stream().allMatch(Part::isSettled);
    }

    /// Whether somebody says to have destroyed something against its orders.
    public boolean isAgainstOrders() {
        return all.stream().anyMatch(part -> !part.against().isEmpty());
    }

    /// Who still owes an answer.
    public List<ParticipantName> awaited() {
        return all.stream().filter(part -> !part.isSettled()).map(Part::participant).toList();
    }

    /// The lowest level among those that destroyed or hold something: whoever only retains on its
    /// own account does not weaken what the others prove. Where nobody destroyed anything, nothing
    /// is proven.
    public Level level() {
        return isSettled()
                ? all.stream()
                        .filter(part -> part.hasDestroyed() || !part.heldCategories().isEmpty())
                        .map(Part::level)
                        .reduce(Level::lowest)
                        .orElse(Level.L0)
                : Level.L0;
    }

    Set<Category> heldCategories() {
        var held = new TreeSet<Category>();
        all.forEach(part -> held.addAll(part.heldCategories()));
        return held;
    }

    Parts with(ParticipantName participant, UnaryOperator<Part> change) {
        return new Parts(
                all.stream()
                        .map(part ->
                                part.participant().equals(participant) ? change.apply(part) : part)
                        .toList());
    }

    Parts again() {
        return new Parts(all.stream().map(Part::again).toList());
    }

    Parts overdue(Instant since) {
        return new Parts(all.stream().map(part -> part.overdue(since)).toList());
    }
}
