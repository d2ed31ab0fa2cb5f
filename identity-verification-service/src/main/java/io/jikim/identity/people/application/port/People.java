package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.ItemValue;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonFact;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The people of the tenant at hand, without their data; nothing here gives a value back.
public interface People {

    /// Stores and announces a new person; every value is sealed.
    void add(
            Person person,
            ExternalId externalId,
            List<HeldItem> held,
            Items items,
            PersonFact.Registered fact);

    Optional<Person> find(SubjectRef ref);

    /// Nobody else comes to have this external id before the transaction at hand ends.
    boolean has(ExternalId externalId);

    List<HeldItem> held(SubjectRef ref);

    /// Replaces or adds one item and announces it; a new address has yet to be verified.
    void correct(Person person, HeldItem item, ItemValue value, PersonFact.Corrected fact);

    /// Nobody reads this person's data from this commit on.
    void freeze(SubjectRef ref, CaseId by, Instant at);

    void eraseItems(SubjectRef ref, Set<ItemCode> items);

    /// Removes every row about the person, and her name from rows about others.
    void erase(SubjectRef ref);

    /// The next people in order of their refs, after `after`.
    List<Person> page(Optional<SubjectRef> after, Optional<PersonKind> kind, int limit);
}
