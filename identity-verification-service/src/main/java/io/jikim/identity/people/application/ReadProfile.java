package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.Profiles;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.Profile;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/// Use case: somebody with a reason opens a person's profile.
@ApplicationScoped
public class ReadProfile {

    private final People people;
    private final Profiles profiles;

    public ReadProfile(People people, Profiles profiles) {
        this.people = people;
        this.profiles = profiles;
    }

    @Transactional
    public Reading read(SubjectRef ref, Access access) {
        var person = people.find(ref);
        if (person.isEmpty()) {
            return new Reading.Unknown();
        }
        if (person.get().frozen()) {
            return new Reading.ProcessingStopped();
        }
        return profiles.read(ref, Set.of(), access)
                .<Reading>map(profile -> new Reading.Read(person.get(), profile))
                .orElseGet(Reading.Unknown::new);
    }

    /// The answer to a reader.
    public sealed interface Reading {
        record Read(Person person, Profile profile) implements Reading {}

        /// An erasure is under way; the data is there for nobody.
        record ProcessingStopped() implements Reading {}

        record Unknown() implements Reading {}
    }
}
