package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.PersonKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the identifiers of a case into what a mapping can be asked for.
final class Persons {
    private Persons() {}

    static final String UNKNOWN_KIND = "unknown-kind";

    /// Empty where no mapping can speak of such a kind of person.
    static Optional<Person> of(Identifiers identifiers) {
        String kind = identifiers.kind().toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(PersonKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known -> new Person(known, identifiers.externalId(), identifiers.email()));
    }
}
