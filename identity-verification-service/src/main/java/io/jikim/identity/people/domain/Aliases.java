package io.jikim.identity.people.domain;

import java.util.Optional;

/// What other systems know a person by, and where the result of an erasure is told.
public record Aliases(
        ExternalId externalId, PersonKind kind, Optional<EmailAddress> email, Lang lang) {

    public static Aliases of(Profile profile) {
        return new Aliases(
                profile.externalId(), profile.kind(), profile.items().email(), profile.lang());
    }
}
