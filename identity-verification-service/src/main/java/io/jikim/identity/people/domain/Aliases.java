package io.jikim.identity.people.domain;

import java.util.Optional;

/// What other systems know a person by, and where the result of an erasure is told; neither where
/// the person came back from a backup whose keys are destroyed.
public record Aliases(
        Optional<ExternalId> externalId, PersonKind kind, Optional<EmailAddress> email, Lang lang) {

    public static Aliases of(Profile profile) {
        return new Aliases(
                Optional.of(profile.externalId()),
                profile.kind(),
                profile.items().email(),
                profile.lang());
    }

    /// Of a person of whom nothing can be opened any more.
    public static Aliases none(Person person) {
        return new Aliases(Optional.empty(), person.kind(), Optional.empty(), person.lang());
    }
}
