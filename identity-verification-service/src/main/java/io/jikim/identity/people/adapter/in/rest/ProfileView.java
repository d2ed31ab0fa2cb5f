package io.jikim.identity.people.adapter.in.rest;

import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.Profile;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// A person's profile in clear.
record ProfileView(
        UUID subjectRef,
        PersonKind kind,
        String externalId,
        String lang,
        boolean emailVerified,
        Map<String, String> items) {

    static ProfileView of(Person person, Profile profile) {
        var items = new TreeMap<String, String>();
        profile.items().values().forEach((code, value) -> items.put(code.value(), value.value()));
        return new ProfileView(
                profile.ref().value(),
                profile.kind(),
                profile.externalId().value(),
                profile.lang().name().toLowerCase(Locale.ROOT),
                person.emailVerifiedAt().isPresent(),
                items);
    }

    @Override
    public String toString() {
        return "ProfileView[" + subjectRef + "]";
    }
}
