package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.PersonKind;
import java.util.Locale;

/// Turns the identifiers of a case into what a mapping can be asked for.
final class Persons {
    private Persons() {}

    static Person of(Identifiers identifiers) {
        String kind = identifiers.kind().toUpperCase(Locale.ROOT).replace('-', '_');
        return new Person(PersonKind.valueOf(kind), identifiers.externalId(), identifiers.email());
    }
}
