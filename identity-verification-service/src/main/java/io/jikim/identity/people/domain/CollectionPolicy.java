package io.jikim.identity.people.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the published policy allows to be collected, and from whom.
public record CollectionPolicy(int version, List<CollectedItem> items) {

    public CollectionPolicy {
        items = List.copyOf(items);
    }

    /// Whether exactly these items may be taken from a person of this kind.
    public Admission admit(PersonKind kind, Set<ItemCode> given) {
        var unknown = given.stream().filter(code -> item(kind, code).isEmpty()).sorted().toList();
        var missing =
                items.stream()
                        .filter(item -> item.required().contains(kind))
                        .map(CollectedItem::code)
                        .filter(code -> !given.contains(code))
                        .sorted()
                        .toList();
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            return new Admission.Refused(unknown, missing);
        }
        return new Admission.Admitted(
                given.stream().sorted().flatMap(code -> item(kind, code).stream()).toList());
    }

    /// The item as it would be held of a person of this kind; empty where the policy does not allow
    /// it.
    public Optional<HeldItem> item(PersonKind kind, ItemCode code) {
        return items.stream()
                .filter(item -> item.code().equals(code) && item.kinds().contains(kind))
                .findFirst()
                .map(item -> item.heldOf(kind));
    }
}
