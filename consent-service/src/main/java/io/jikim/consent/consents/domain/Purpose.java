package io.jikim.consent.consents.domain;

import java.util.List;
import java.util.Set;

/// Why data is processed, of which kinds of person, and which items it needs.
public record Purpose(
        String code, Basis basis, boolean optional, Set<PersonKind> kinds, List<String> items) {

    public Purpose {
        kinds = Set.copyOf(kinds);
        items = List.copyOf(items);
    }

    /// Whether this purpose can apply to a person of that kind at all.
    public boolean concerns(PersonKind kind) {
        return kinds.contains(kind);
    }
}
