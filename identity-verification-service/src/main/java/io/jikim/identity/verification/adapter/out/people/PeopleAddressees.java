package io.jikim.identity.verification.adapter.out.people;

import io.jikim.identity.people.application.port.EmailIndexes;
import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.Profiles;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.Profile;
import io.jikim.identity.verification.application.port.Addressees;
import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.Addressee;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.platform.access.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Asks the people's side of this service.
@ApplicationScoped
class PeopleAddressees implements Addressees {

    private final People people;
    private final Profiles profiles;
    private final EmailIndexes indexes;

    PeopleAddressees(People people, Profiles profiles, EmailIndexes indexes) {
        this.people = people;
        this.profiles = profiles;
        this.indexes = indexes;
    }

    @Override
    public Optional<Addressee> find(SubjectRef subject) {
        return people.find(known(subject)).map(person -> addressee(subject, person));
    }

    private Addressee addressee(SubjectRef subject, Person person) {
        return new Addressee(
                subject,
                indexes.of(person.ref()).map(AddressIndex::new),
                person.frozen(),
                person.emailVerifiedAt().isPresent());
    }

    @Override
    public Optional<Mailbox> open(SubjectRef subject, Access access) {
        return profiles.read(known(subject), Set.of(ItemCode.EMAIL), access)
                .flatMap(PeopleAddressees::mailbox);
    }

    private static Optional<Mailbox> mailbox(Profile profile) {
        return profile.items()
                .email()
                .map(email ->
                        new Mailbox(email.value(), profile.lang().name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean verified(SubjectRef subject, AddressIndex address, Instant at) {
        return indexes.verified(known(subject), address.value(), at);
    }

    private static io.jikim.identity.people.domain.SubjectRef known(SubjectRef subject) {
        return new io.jikim.identity.people.domain.SubjectRef(subject.value());
    }
}
