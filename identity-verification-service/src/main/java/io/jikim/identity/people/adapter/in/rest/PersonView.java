package io.jikim.identity.people.adapter.in.rest;

import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.SubjectRef;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person without anything that she gave.
record PersonView(
        UUID subjectRef,
        PersonKind kind,
        Status status,
        boolean emailVerified,
        String lang,
        @Nullable UUID addedBy,
        Instant registeredAt) {

    enum Status {
        ACTIVE,
        PROCESSING_STOPPED
    }

    static PersonView of(Person person) {
        return new PersonView(
                person.ref().value(),
                person.kind(),
                person.frozen() ? Status.PROCESSING_STOPPED : Status.ACTIVE,
                person.emailVerifiedAt().isPresent(),
                person.lang().name().toLowerCase(Locale.ROOT),
                person.addedBy().map(SubjectRef::value).orElse(null),
                person.registeredAt());
    }
}
