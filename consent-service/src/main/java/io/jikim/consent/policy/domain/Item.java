package io.jikim.consent.policy.domain;

import java.util.Set;

/// One item of personal data: where it is kept, of whom it is collected, and who must give it.
public record Item(
        String code, String category, Text name, Set<PersonKind> kinds, Set<PersonKind> required) {

    public Item {
        kinds = Set.copyOf(kinds);
        required = Set.copyOf(required);
    }
}
