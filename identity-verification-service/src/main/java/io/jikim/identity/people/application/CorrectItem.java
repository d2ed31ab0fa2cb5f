package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.CollectionPolicies;
import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.ItemValue;
import io.jikim.identity.people.domain.PersonFact;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: an item of a person is put right, or given for the first time.
@ApplicationScoped
public class CorrectItem {

    private final CollectionPolicies policies;
    private final People people;
    private final InstantSource clock;

    public CorrectItem(CollectionPolicies policies, People people, InstantSource clock) {
        this.policies = policies;
        this.people = people;
        this.clock = clock;
    }

    @Transactional
    public Correction correct(SubjectRef ref, ItemCode code, ItemValue value) {
        var found = people.find(ref);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        var person = found.get();
        if (person.frozen()) {
            return new Correction.ProcessingStopped();
        }
        var item = policies.current().flatMap(policy -> policy.item(person.kind(), code));
        if (item.isEmpty()) {
            return new Correction.NotCollected(code);
        }
        var fact = new PersonFact.Corrected(ref, List.of(code), clock.instant());
        people.correct(person, item.get(), value, fact);
        return new Correction.Corrected(fact);
    }

    /// The answer to a correction.
    public sealed interface Correction {
        record Corrected(PersonFact.Corrected fact) implements Correction {}

        /// The policy does not name this item for this kind of person.
        record NotCollected(ItemCode code) implements Correction {}

        record ProcessingStopped() implements Correction {}

        record Unknown() implements Correction {}
    }
}
