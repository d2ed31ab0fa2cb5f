package io.jikim.identity.people.domain;

import java.util.Set;

/// An item that the policy names: of whom it may be collected, who must give it, and for whom only
/// optional purposes need it.
public record CollectedItem(
        ItemCode code,
        String category,
        Set<PersonKind> kinds,
        Set<PersonKind> required,
        Set<PersonKind> optionalOnly) {

    public CollectedItem {
        kinds = Set.copyOf(kinds);
        required = Set.copyOf(required);
        optionalOnly = Set.copyOf(optionalOnly);
    }

    HeldItem heldOf(PersonKind kind) {
        return new HeldItem(
                code,
                category,
                optionalOnly.contains(kind) ? KeyClass.own(code) : KeyClass.PROFILE);
    }
}
