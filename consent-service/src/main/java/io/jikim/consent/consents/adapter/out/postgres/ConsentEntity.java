package io.jikim.consent.consents.adapter.out.postgres;

import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import io.jikim.consent.consents.domain.Evidence;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Method;
import io.jikim.consent.consents.domain.SubjectRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Immutable
@Table(name = "consent")
@NullUnmarked
class ConsentEntity {

    @Id UUID id;

    /// The order of entries, given by the database.
    @Column(insertable = false, updatable = false)
    Long position;

    UUID subjectRef;
    String purpose;

    @Enumerated(EnumType.STRING)
    Answer answer;

    int policyVersion;
    String noticeDigest;

    @Enumerated(EnumType.STRING)
    Language language;

    @Enumerated(EnumType.STRING)
    Method method;

    String recordedBy;
    Instant at;

    static ConsentEntity of(ConsentRecord entry) {
        var entity = new ConsentEntity();
        entity.id = entry.id().value();
        entity.subjectRef = entry.subject().value();
        entity.purpose = entry.purpose();
        entity.answer = entry.answer();
        entity.policyVersion = entry.evidence().policyVersion();
        entity.noticeDigest = entry.evidence().noticeDigest();
        entity.language = entry.evidence().language();
        entity.method = entry.evidence().method();
        entity.recordedBy = entry.evidence().recordedBy();
        entity.at = entry.at();
        return entity;
    }

    ConsentRecord toDomain() {
        return new ConsentRecord(
                new ConsentId(id),
                new SubjectRef(subjectRef),
                purpose,
                answer,
                new Evidence(policyVersion, noticeDigest, language, method, recordedBy),
                at);
    }
}
