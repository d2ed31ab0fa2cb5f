package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Opening;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/// The row of a case.
@Entity
@Table(name = "erasure")
class ErasureEntity {
    @Id private UUID id;

    @Column(updatable = false)
    private String tenant;

    @Column(updatable = false)
    private UUID subject;

    @Column(name = "trigger_event", updatable = false)
    private UUID trigger;

    @Column(updatable = false)
    private String scope;

    @Enumerated(EnumType.STRING)
    private StateName state;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    private Instant deadline;

    @Column(name = "overdue_at")
    private @Nullable Instant overdueAt;

    // The database dates it, because the database says what is due: a service's clock may be wrong.
    @Column(name = "recheck_at")
    @ColumnTransformer(
            read = "extract(epoch from recheck_at - now())",
            write = "now() + ? * interval '1 second'")
    private @Nullable Double secondsToRecheck;

    private boolean contested;

    @Version private int version;

    @ColumnTransformer(write = "?::jsonb")
    private String document;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ErasureEntity() {}

    private ErasureEntity(Erasure erasure) {
        var opening = erasure.opening();
        id = opening.id().value();
        tenant = opening.tenant().code();
        subject = opening.subject().value();
        trigger = opening.trigger();
        scope =
                switch (opening.scope()) {
                    case Scope.Membership _ -> "MEMBERSHIP";
                    case Scope.Purpose _ -> "PURPOSE";
                };
        openedAt = opening.at();
        deadline = opening.deadline();
        state = StateName.of(erasure);
        document = DomainJson.write(CaseDocument.of(erasure));
    }

    static ErasureEntity of(Erasure erasure) {
        return new ErasureEntity(erasure);
    }

    Erasure toDomain() {
        var stored = DomainJson.read(document, CaseDocument.class);
        var opening =
                new Opening(
                        new ErasureId(id),
                        new TenantCode(tenant),
                        new SubjectId(subject),
                        stored.scope(),
                        trigger,
                        openedAt,
                        deadline);
        return stored.toDomain(state, opening);
    }

    void become(Erasure erasure, List<ErasureFact> facts, @Nullable Duration recheck) {
        state = StateName.of(erasure);
        document = DomainJson.write(CaseDocument.of(erasure));
        contested = isContested(erasure);
        secondsToRecheck = recheck == null ? null : recheck.toMillis() / 1000.0;
        for (var fact : facts) {
            if (fact instanceof ErasureFact.Overdue overdue) {
                overdueAt = overdue.at();
            }
            // A later round has a deadline of its own.
            if (fact instanceof ErasureFact.Ordered ordered && ordered.round() > 1) {
                deadline = ordered.opening().deadline();
                overdueAt = null;
            }
        }
    }

    private static boolean isContested(Erasure erasure) {
        return erasure.parts().all().stream().anyMatch(part -> !part.contested().isEmpty());
    }
}
