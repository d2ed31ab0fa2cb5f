package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.AccountTasks;
import io.jikim.identity.people.application.port.CollectionPolicies;
import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.SubjectRefs;
import io.jikim.identity.people.domain.Admission;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.Lang;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonFact;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Use case: a person becomes known, with exactly the items that the published policy allows.
///
/// Her login account is created afterwards and for itself: an identity provider that is away
/// refuses nobody.
@ApplicationScoped
public class RegisterPerson {

    private final CollectionPolicies policies;
    private final People people;
    private final SubjectRefs refs;
    private final AccountTasks accounts;
    private final InstantSource clock;

    public RegisterPerson(
            CollectionPolicies policies,
            People people,
            SubjectRefs refs,
            AccountTasks accounts,
            InstantSource clock) {
        this.policies = policies;
        this.people = people;
        this.refs = refs;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional
    public Registration register(Form form) {
        var policy = policies.current();
        if (policy.isEmpty()) {
            return new Registration.NoPolicy();
        }
        return switch (policy.get().admit(form.kind(), form.items().codes())) {
            case Admission.Refused(var unknown, var missing) ->
                    new Registration.ItemsRefused(unknown, missing);
            case Admission.Admitted(var held) -> admit(form, held);
        };
    }

    private Registration admit(Form form, List<HeldItem> held) {
        if (form.addedBy().flatMap(people::find).isEmpty() && form.addedBy().isPresent()) {
            return new Registration.AdderUnknown();
        }
        if (people.has(form.externalId())) {
            return new Registration.ExternalIdTaken();
        }
        var now = clock.instant();
        var ref = refs.next();
        var codes = held.stream().map(HeldItem::code).toList();
        people.add(
                Person.registered(ref, form.kind(), form.lang(), form.addedBy(), now),
                form.externalId(),
                held,
                form.items(),
                new PersonFact.Registered(ref, form.kind(), codes, now));
        accounts.add(ref, now);
        return new Registration.Registered(ref);
    }

    /// What is said about a new person.
    public record Form(
            PersonKind kind,
            ExternalId externalId,
            Lang lang,
            Optional<SubjectRef> addedBy,
            Items items) {}

    /// The answer to a registration.
    public sealed interface Registration {
        record Registered(SubjectRef ref) implements Registration {}

        /// Without a published policy nothing may be collected.
        record NoPolicy() implements Registration {}

        record ItemsRefused(List<ItemCode> unknown, List<ItemCode> missing)
                implements Registration {
            public ItemsRefused {
                unknown = List.copyOf(unknown);
                missing = List.copyOf(missing);
            }
        }

        record ExternalIdTaken() implements Registration {}

        record AdderUnknown() implements Registration {}
    }
}
