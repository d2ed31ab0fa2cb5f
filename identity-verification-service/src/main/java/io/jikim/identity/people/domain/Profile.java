package io.jikim.identity.people.domain;

/// Everything that we hold of a person, in clear.
public record Profile(
        SubjectRef ref, PersonKind kind, ExternalId externalId, Lang lang, Items items) {}
