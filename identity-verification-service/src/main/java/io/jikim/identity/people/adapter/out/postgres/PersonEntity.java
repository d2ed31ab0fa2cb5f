package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.Lang;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.Standing;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// A row of `person`.
@NullUnmarked
@Entity
@Table(name = "person")
class PersonEntity {

    @Id UUID ref;

    @Enumerated(EnumType.STRING)
    PersonKind kind;

    @Enumerated(EnumType.STRING)
    Lang lang;

    @Column(name = "external_id")
    byte[] externalId;

    @Column(name = "external_id_index")
    String externalIdIndex;

    @Column(name = "email_index")
    @Nullable String emailIndex;

    @Column(name = "email_verified_at")
    @Nullable Instant emailVerifiedAt;

    @Column(name = "added_by")
    @Nullable UUID addedBy;

    @Column(name = "case_id")
    @Nullable UUID caseId;

    @Column(name = "frozen_at")
    @Nullable Instant frozenAt;

    @Column(name = "registered_at")
    Instant registeredAt;

    static PersonEntity of(Person person) {
        var row = new PersonEntity();
        row.ref = person.ref().value();
        row.kind = person.kind();
        row.lang = person.lang();
        row.addedBy = person.addedBy().map(SubjectRef::value).orElse(null);
        row.registeredAt = person.registeredAt();
        row.emailVerifiedAt = person.emailVerifiedAt().orElse(null);
        if (person.standing() instanceof Standing.Frozen(var by, var since)) {
            row.caseId = by.value();
            row.frozenAt = since;
        }
        return row;
    }

    Person toDomain() {
        return new Person(
                new SubjectRef(ref),
                kind,
                lang,
                Optional.ofNullable(addedBy).map(SubjectRef::new),
                caseId == null
                        ? new Standing.Active()
                        : new Standing.Frozen(new CaseId(caseId), frozenAt),
                Optional.ofNullable(emailVerifiedAt),
                registeredAt);
    }
}
