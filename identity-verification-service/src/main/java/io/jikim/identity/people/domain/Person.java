package io.jikim.identity.people.domain;

import java.time.Instant;
import java.util.Optional;

/// A person as the others may see her: no item, no id of the operator.
public record Person(
        SubjectRef ref,
        PersonKind kind,
        Lang lang,
        Optional<SubjectRef> addedBy,
        Standing standing,
        Optional<Instant> emailVerifiedAt,
        Instant registeredAt) {

    public static Person registered(
            SubjectRef ref, PersonKind kind, Lang lang, Optional<SubjectRef> addedBy, Instant at) {
        return new Person(ref, kind, lang, addedBy, new Standing.Active(), Optional.empty(), at);
    }

    public boolean frozen() {
        return standing instanceof Standing.Frozen;
    }

    /// The first case that stops the processing stays the one that is named.
    public Person freeze(CaseId by, Instant at) {
        return switch (standing) {
            case Standing.Active _ ->
                    new Person(
                            ref,
                            kind,
                            lang,
                            addedBy,
                            new Standing.Frozen(by, at),
                            emailVerifiedAt,
                            registeredAt);
            case Standing.Frozen _ -> this;
        };
    }
}
