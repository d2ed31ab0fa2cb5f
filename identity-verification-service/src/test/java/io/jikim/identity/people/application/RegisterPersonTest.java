package io.jikim.identity.people.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.identity.people.application.RegisterPerson.Form;
import io.jikim.identity.people.application.RegisterPerson.Registration;
import io.jikim.identity.people.application.port.AccountTasks;
import io.jikim.identity.people.application.port.CollectionPolicies;
import io.jikim.identity.people.domain.CollectedItem;
import io.jikim.identity.people.domain.CollectionPolicy;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.Lang;
import io.jikim.identity.people.domain.PersonFact;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.SubjectRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegisterPersonTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SubjectRef ADA = new SubjectRef(new UUID(4, 1));

    private final InMemoryPeople people = new InMemoryPeople();
    private final OnePolicy policies = new OnePolicy();
    private final Accounts accounts = new Accounts();
    private final RegisterPerson registerPerson =
            new RegisterPerson(policies, people, () -> ADA, accounts, () -> NOON);

    @Test
    void collects_nothing_before_a_policy_is_published() {
        assertThat(registerPerson.register(form(Map.of("email", "ada@example.org"))))
                .isEqualTo(new Registration.NoPolicy());
        assertThat(people.facts()).isEmpty();
    }

    @Test
    void makes_her_known_announces_her_and_owes_her_an_account() {
        policies.keep(emailOnly());

        assertThat(registerPerson.register(form(Map.of("email", "ada@example.org"))))
                .isEqualTo(new Registration.Registered(ADA));
        assertThat(people.facts())
                .containsExactly(
                        new PersonFact.Registered(
                                ADA, PersonKind.USER, List.of(ItemCode.EMAIL), NOON));
        assertThat(accounts.owed).containsExactly(ADA);
    }

    @Test
    void refuses_what_the_policy_does_not_name() {
        policies.keep(emailOnly());

        assertThat(registerPerson.register(form(Map.of("shoe-size", "42"))))
                .isEqualTo(
                        new Registration.ItemsRefused(
                                List.of(new ItemCode("shoe-size")), List.of(ItemCode.EMAIL)));
        assertThat(people.facts()).isEmpty();
    }

    @Test
    void knows_an_external_id_once() {
        policies.keep(emailOnly());
        registerPerson.register(form(Map.of("email", "ada@example.org")));

        assertThat(registerPerson.register(form(Map.of("email", "grace@example.org"))))
                .isEqualTo(new Registration.ExternalIdTaken());
    }

    @Test
    void takes_nobodys_word_from_an_administrator_it_does_not_know() {
        policies.keep(emailOnly());
        var form =
                new Form(
                        PersonKind.USER,
                        new ExternalId("x-1"),
                        Lang.KO,
                        Optional.of(new SubjectRef(new UUID(4, 9))),
                        Items.of(Map.of("email", "ada@example.org")));

        assertThat(registerPerson.register(form)).isEqualTo(new Registration.AdderUnknown());
    }

    private static Form form(Map<String, String> items) {
        return new Form(
                PersonKind.USER, new ExternalId("x-1"), Lang.KO, Optional.empty(), Items.of(items));
    }

    private static CollectionPolicy emailOnly() {
        var users = Set.of(PersonKind.USER);
        return new CollectionPolicy(
                1, List.of(new CollectedItem(ItemCode.EMAIL, "profile", users, users, Set.of())));
    }

    private static final class OnePolicy implements CollectionPolicies {
        private Optional<CollectionPolicy> policy = Optional.empty();

        @Override
        public Optional<CollectionPolicy> current() {
            return policy;
        }

        @Override
        public void keep(CollectionPolicy newer) {
            policy = Optional.of(newer);
        }
    }

    private static final class Accounts implements AccountTasks {
        private final List<SubjectRef> owed = new ArrayList<>();

        @Override
        public void add(SubjectRef ref, Instant at) {
            owed.add(ref);
        }

        @Override
        public boolean pending(SubjectRef ref) {
            return owed.contains(ref);
        }

        @Override
        public void done(SubjectRef ref) {
            owed.remove(ref);
        }

        @Override
        public void failed(SubjectRef ref, Instant at) {}
    }
}
