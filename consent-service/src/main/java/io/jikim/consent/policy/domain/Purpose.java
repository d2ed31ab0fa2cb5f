package io.jikim.consent.policy.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why data of these kinds of person is used, on which ground, and what is needed for it.
public record Purpose(String code, Text name, Ground ground, Set<PersonKind> kinds, Needs needs) {

    public Purpose {
        kinds = Set.copyOf(kinds);
    }

    /// What makes a purpose lawful (PIPA Art. 15(1)).
    public enum Basis {
        CONTRACT,
        CONSENT,
        LAW
    }

    /// The ground of a purpose; only a consent says what refusing it means.
    public record Ground(Basis basis, boolean optional, @Nullable Text refusal) {}

    /// The codes of the items and of the categories of records that a purpose needs.
    public record Needs(List<String> items, List<String> categories) {

        public Needs {
            items = List.copyOf(items);
            categories = List.copyOf(categories);
        }
    }
}
