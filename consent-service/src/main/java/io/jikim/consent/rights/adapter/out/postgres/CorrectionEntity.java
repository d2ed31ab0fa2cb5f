package io.jikim.consent.rights.adapter.out.postgres;

import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.Correction.State;
import io.jikim.consent.rights.domain.DueDate;
import io.jikim.consent.rights.domain.RequestId;
import io.jikim.consent.rights.domain.Requester;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "correction")
@NullUnmarked
class CorrectionEntity {

    @Id UUID id;
    UUID subjectRef;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> items;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> outstanding;

    boolean restricting;
    Instant receivedAt;
    LocalDate dueOn;
    Instant completedAt;

    static CorrectionEntity of(Correction request) {
        var entity = new CorrectionEntity();
        entity.id = request.id().value();
        entity.subjectRef = request.requester().subjectRef();
        entity.items = sorted(request.items());
        entity.restricting = request.restricting();
        entity.receivedAt = request.receivedAt();
        entity.dueOn = request.due().lastDay();
        entity.follow(request);
        return entity;
    }

    void follow(Correction request) {
        outstanding = sorted(request.outstanding());
        completedAt =
                switch (request.state()) {
                    case State.Open _ -> null;
                    case State.Completed(var at) -> at;
                };
    }

    Correction toDomain() {
        return new Correction(
                new RequestId(id),
                new Requester(subjectRef),
                Set.copyOf(items),
                restricting,
                receivedAt,
                new DueDate(dueOn),
                completedAt == null
                        ? new State.Open(Set.copyOf(outstanding))
                        : new State.Completed(completedAt));
    }

    private static List<String> sorted(Set<String> items) {
        return items.stream().sorted().toList();
    }
}
