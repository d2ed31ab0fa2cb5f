package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.Profiles;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.ItemValue;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.KeyClass;
import io.jikim.identity.people.domain.Lang;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonFact;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.Profile;
import io.jikim.identity.people.domain.Standing;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every store of people keeps to.
abstract class PeopleContract {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ItemCode NAME = new ItemCode("first-name");
    private static final HeldItem HELD_NAME = new HeldItem(NAME, "profile", KeyClass.PROFILE);
    private static final HeldItem HELD_EMAIL =
            new HeldItem(ItemCode.EMAIL, "profile", KeyClass.PROFILE);
    private static final Access ACCESS =
            new Access(new Actor("staff-1", "STAFF"), "test:read", "TESTING", "127.0.0.1");

    abstract People people();

    abstract Profiles profiles();

    abstract <T> T inTransaction(Supplier<T> work);

    void run(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    @Test
    void gives_back_what_was_added() {
        var ref = add("x-1", Optional.empty());

        var profile = profile(ref, Set.of()).orElseThrow();
        assertThat(profile.externalId()).isEqualTo(new ExternalId("x-1"));
        assertThat(profile.items().values())
                .containsEntry(NAME, new ItemValue("Ada"))
                .containsEntry(ItemCode.EMAIL, new ItemValue("ada@example.org"));
        assertThat(inTransaction(() -> people().held(ref))).containsExactly(HELD_EMAIL, HELD_NAME);
        assertThat(inTransaction(() -> people().has(new ExternalId("x-1")))).isTrue();
        assertThat(inTransaction(() -> people().has(new ExternalId("x-2")))).isFalse();
    }

    @Test
    void opens_only_what_is_asked_for() {
        var ref = add("x-1", Optional.empty());

        assertThat(profile(ref, Set.of(ItemCode.EMAIL)).orElseThrow().items().codes())
                .containsOnly(ItemCode.EMAIL);
    }

    @Test
    void keeps_the_corrected_value_only() {
        var ref = add("x-1", Optional.empty());

        run(() ->
                people().correct(
                                people().find(ref).orElseThrow(),
                                HELD_NAME,
                                new ItemValue("Grace"),
                                new PersonFact.Corrected(ref, List.of(NAME), NOON)));

        assertThat(profile(ref, Set.of()).orElseThrow().items().values())
                .containsEntry(NAME, new ItemValue("Grace"))
                .hasSize(2);
    }

    @Test
    void stays_frozen_by_the_first_case() {
        var ref = add("x-1", Optional.empty());
        var first = new CaseId(new UUID(7, 1));

        run(() -> people().freeze(ref, first, NOON));
        run(() -> people().freeze(ref, new CaseId(new UUID(7, 2)), NOON));

        var frozen = inTransaction(() -> people().find(ref)).orElseThrow();
        assertThat(frozen.standing()).isEqualTo(new Standing.Frozen(first, NOON));
    }

    @Test
    void erases_items_and_leaves_the_others() {
        var ref = add("x-1", Optional.empty());

        run(() -> people().eraseItems(ref, Set.of(ItemCode.EMAIL)));

        assertThat(inTransaction(() -> people().held(ref))).containsExactly(HELD_NAME);
    }

    @Test
    void erasing_an_administrator_leaves_her_sub_administrator_without_her_name() {
        var administrator = add("x-1", Optional.empty());
        var other = add("x-2", Optional.of(administrator));

        run(() -> people().erase(administrator));

        assertThat(inTransaction(() -> people().find(administrator))).isEmpty();
        var left = inTransaction(() -> people().find(other)).orElseThrow();
        assertThat(left.addedBy()).isEmpty();
        assertThat(inTransaction(() -> people().held(other))).hasSize(2);
    }

    @Test
    void pages_in_the_order_of_refs() {
        var refs =
                List.of(
                        add("x-1", Optional.empty()),
                        add("x-2", Optional.empty()),
                        add("x-3", Optional.empty()));
        var first = inTransaction(() -> people().page(Optional.empty(), Optional.empty(), 2));
        var rest =
                inTransaction(() ->
                        people().page(
                                        Optional.of(first.getLast().ref()),
                                        Optional.of(PersonKind.USER),
                                        2));

        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1);
        assertThat(refs)
                .containsExactlyInAnyOrder(
                        first.getFirst().ref(), first.getLast().ref(), rest.getFirst().ref());
        assertThat(
                        inTransaction(() ->
                                people().page(
                                                Optional.empty(),
                                                Optional.of(PersonKind.ADMINISTRATOR),
                                                2)))
                .isEmpty();
    }

    private Optional<Profile> profile(SubjectRef ref, Set<ItemCode> only) {
        return inTransaction(() -> profiles().read(ref, only, ACCESS));
    }

    SubjectRef add(String externalId, Optional<SubjectRef> addedBy) {
        var ref = new SubjectRef(UUID.randomUUID());
        run(() ->
                people().add(
                                Person.registered(ref, PersonKind.USER, Lang.KO, addedBy, NOON),
                                new ExternalId(externalId),
                                List.of(HELD_NAME, HELD_EMAIL),
                                Items.of(
                                        Map.of(
                                                "first-name", "Ada",
                                                "email", "ada@example.org")),
                                new PersonFact.Registered(
                                        ref,
                                        PersonKind.USER,
                                        List.of(ItemCode.EMAIL, NAME),
                                        NOON)));
        return ref;
    }
}
