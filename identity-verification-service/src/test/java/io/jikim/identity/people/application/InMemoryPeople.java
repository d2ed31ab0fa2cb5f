package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.Profiles;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.ItemValue;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonFact;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.Profile;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// People kept in a map.
public final class InMemoryPeople implements People, Profiles {

    private final Map<SubjectRef, Person> people = new HashMap<>();
    private final Map<SubjectRef, ExternalId> externalIds = new HashMap<>();
    private final Map<SubjectRef, TreeMap<ItemCode, HeldItem>> held = new HashMap<>();
    private final Map<SubjectRef, Map<ItemCode, ItemValue>> values = new HashMap<>();
    private final List<PersonFact> facts = new ArrayList<>();
    private final Set<SubjectRef> keysGone = new HashSet<>();
    private final List<Access> accesses = new ArrayList<>();

    @Override
    public void add(
            Person person,
            ExternalId externalId,
            List<HeldItem> items,
            Items given,
            PersonFact.Registered fact) {
        people.put(person.ref(), person);
        externalIds.put(person.ref(), externalId);
        var codes = new TreeMap<ItemCode, HeldItem>();
        items.forEach(item -> codes.put(item.code(), item));
        held.put(person.ref(), codes);
        values.put(person.ref(), new HashMap<>(given.values()));
        facts.add(fact);
    }

    @Override
    public Optional<Person> find(SubjectRef ref) {
        return Optional.ofNullable(people.get(ref));
    }

    @Override
    public boolean has(ExternalId externalId) {
        return externalIds.containsValue(externalId);
    }

    @Override
    public List<HeldItem> held(SubjectRef ref) {
        return List.copyOf(held.getOrDefault(ref, new TreeMap<>()).values());
    }

    @Override
    public void correct(Person person, HeldItem item, ItemValue value, PersonFact.Corrected fact) {
        held.computeIfAbsent(person.ref(), _ -> new TreeMap<>()).put(item.code(), item);
        values.computeIfAbsent(person.ref(), _ -> new HashMap<>()).put(item.code(), value);
        facts.add(fact);
    }

    @Override
    public void freeze(SubjectRef ref, CaseId by, Instant at) {
        people.computeIfPresent(ref, (_, person) -> person.freeze(by, at));
    }

    @Override
    public void eraseItems(SubjectRef ref, Set<ItemCode> items) {
        items.forEach(code -> {
            held.getOrDefault(ref, new TreeMap<>()).remove(code);
            values.getOrDefault(ref, new HashMap<>()).remove(code);
        });
    }

    @Override
    public void erase(SubjectRef ref) {
        people.remove(ref);
        externalIds.remove(ref);
        held.remove(ref);
        values.remove(ref);
        people.replaceAll((_, other) ->
                new Person(
                        other.ref(),
                        other.kind(),
                        other.lang(),
                        other.addedBy().filter(adder -> !adder.equals(ref)),
                        other.standing(),
                        other.emailVerifiedAt(),
                        other.registeredAt()));
    }

    @Override
    public List<Person> page(Optional<SubjectRef> after, Optional<PersonKind> kind, int limit) {
        return people.values().stream()
                .filter(person -> kind.map(person.kind()::equals).orElse(true))
                .filter(person ->
                        after.map(ref -> person.ref().toString().compareTo(ref.toString()) > 0)
                                .orElse(true))
                .sorted(Comparator.comparing(person -> person.ref().toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Profile> read(SubjectRef ref, Set<ItemCode> only, Access access) {
        return find(ref).map(person -> open(person, only, access));
    }

    @Override
    public Optional<Profile> readWhatOpens(SubjectRef ref, Set<ItemCode> only, Access access) {
        return keysGone.contains(ref) ? Optional.empty() : read(ref, only, access);
    }

    /// What a backup brings back after the keys were destroyed: the rows alone.
    void keysAreGone(SubjectRef ref) {
        keysGone.add(ref);
    }

    private Profile open(Person person, Set<ItemCode> only, Access access) {
        accesses.add(access);
        var opened = new HashMap<>(values.getOrDefault(person.ref(), Map.of()));
        opened.keySet().removeIf(code -> !only.isEmpty() && !only.contains(code));
        return new Profile(
                person.ref(),
                person.kind(),
                Objects.requireNonNull(externalIds.get(person.ref())),
                person.lang(),
                new Items(opened));
    }

    public List<PersonFact> facts() {
        return facts;
    }

    public List<Access> accesses() {
        return accesses;
    }
}
