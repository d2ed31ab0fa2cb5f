package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.EmailAddress;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.ItemValue;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonFact;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.messaging.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// People and their sealed items.
@ApplicationScoped
class PostgresPeople implements People, PanacheRepositoryBase<PersonEntity, UUID> {

    private final ItemRows items;
    private final Seals seals;
    private final Outbox outbox;

    PostgresPeople(ItemRows items, Seals seals, Outbox outbox) {
        this.items = items;
        this.seals = seals;
        this.outbox = outbox;
    }

    @Override
    public void add(
            Person person,
            ExternalId externalId,
            List<HeldItem> held,
            Items given,
            PersonFact.Registered fact) {
        var row = PersonEntity.of(person);
        row.externalId = seals.seal(person.ref(), externalId);
        row.externalIdIndex = seals.indexOf(externalId);
        row.emailIndex = given.email().map(seals::indexOf).orElse(null);
        persist(row);
        held.forEach(item -> items.persist(sealed(person.ref(), item, given)));
        // a taken external id shows here and not at the commit, when it is too late to say so
        flush();
        outbox.append(PeopleContracts.of(fact));
    }

    private ItemEntity sealed(SubjectRef ref, HeldItem item, Items given) {
        var value = given.values().get(item.code());
        if (value == null) {
            throw new IllegalArgumentException("No value for " + item.code());
        }
        return ItemEntity.of(ref, item, seals.seal(ref, item, value));
    }

    @Override
    public Optional<Person> find(SubjectRef ref) {
        return findByIdOptional(ref.value()).map(PersonEntity::toDomain);
    }

    @Override
    public boolean has(ExternalId externalId) {
        String index = seals.indexOf(externalId);
        // a row that is not there yet cannot be locked, so the lock is an advisory one
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:index, 11))")
                .setParameter("index", index)
                .getSingleResult();
        return count("externalIdIndex", index) > 0;
    }

    @Override
    public List<HeldItem> held(SubjectRef ref) {
        return items.of(ref).stream().map(ItemEntity::toDomain).toList();
    }

    @Override
    public void correct(Person person, HeldItem item, ItemValue value, PersonFact.Corrected fact) {
        // two at once would both find the old value to replace
        findById(person.ref().value(), LockModeType.PESSIMISTIC_WRITE);
        var sealed = seals.seal(person.ref(), item, value);
        items.delete("key", new ItemEntity.Key(person.ref().value(), item.code().value()));
        items.persist(ItemEntity.of(person.ref(), item, sealed));
        if (item.code().equals(ItemCode.EMAIL)) {
            update(
                    "emailIndex = :index, emailVerifiedAt = null where ref = :ref",
                    Map.of(
                            "index",
                            seals.indexOf(new EmailAddress(value.value())),
                            "ref",
                            person.ref().value()));
        }
        outbox.append(PeopleContracts.of(fact));
    }

    @Override
    public void freeze(SubjectRef ref, CaseId by, Instant at) {
        update(
                "caseId = :case, frozenAt = :at where ref = :ref and caseId is null",
                Map.of("case", by.value(), "at", at, "ref", ref.value()));
    }

    @Override
    public void eraseItems(SubjectRef ref, Set<ItemCode> codes) {
        codes.forEach(code -> items.delete("key", new ItemEntity.Key(ref.value(), code.value())));
        if (codes.contains(ItemCode.EMAIL)) {
            update("emailIndex = null, emailVerifiedAt = null where ref = ?1", ref.value());
        }
    }

    @Override
    public void erase(SubjectRef ref) {
        update("addedBy = null where addedBy = ?1", ref.value());
        delete("ref", ref.value());
    }

    @Override
    public List<Person> page(Optional<SubjectRef> after, Optional<PersonKind> kind, int limit) {
        var query =
                kind.map(only -> find("ref > ?1 and kind = ?2 order by ref", from(after), only))
                        .orElseGet(() -> find("ref > ?1 order by ref", from(after)));
        return query.range(0, limit - 1).list().stream().map(PersonEntity::toDomain).toList();
    }

    private static UUID from(Optional<SubjectRef> after) {
        return after.map(SubjectRef::value).orElse(new UUID(0, 0));
    }
}
