package io.jikim.consent.rights.adapter.out.postgres;

import io.jikim.consent.rights.application.port.CorrectionRequests;
import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.Correction.State;
import io.jikim.consent.rights.domain.RequestId;
import io.jikim.consent.rights.domain.Requester;
import io.jikim.contracts.ProcessingRestricted;
import io.jikim.contracts.ProcessingResumed;
import io.jikim.contracts.RightsCompleted;
import io.jikim.contracts.RightsRequested;
import io.jikim.contracts.RightsRequested.Right;
import io.jikim.platform.messaging.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Correction requests as rows.
@ApplicationScoped
class PostgresCorrectionRequests
        implements CorrectionRequests, PanacheRepositoryBase<CorrectionEntity, UUID> {

    private final Outbox outbox;

    PostgresCorrectionRequests(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Optional<Correction> find(RequestId id) {
        return findByIdOptional(id.value()).map(CorrectionEntity::toDomain);
    }

    @Override
    public List<Correction> open(Requester requester) {
        return list(
                        "subjectRef = ?1 and completedAt is null order by receivedAt, id",
                        requester.subjectRef())
                .stream()
                .map(CorrectionEntity::toDomain)
                .toList();
    }

    @Override
    public void add(Correction requested) {
        persist(CorrectionEntity.of(requested));
        flush();
        var id = requested.id().value();
        var subject = requested.requester().subjectRef();
        var at = requested.receivedAt();
        outbox.append(
                new RightsRequested(
                        id,
                        subject,
                        Right.CORRECTION,
                        requested.items().stream().sorted().toList(),
                        at,
                        requested.due().end()));
        if (requested.restricting()) {
            outbox.append(new ProcessingRestricted(id, subject, at));
        }
    }

    @Override
    public void update(Correction changed) {
        findById(changed.id().value(), LockModeType.PESSIMISTIC_WRITE).follow(changed);
        flush();
        if (changed.state() instanceof State.Completed(var at)) {
            var id = changed.id().value();
            var subject = changed.requester().subjectRef();
            outbox.append(new RightsCompleted(id, subject, at));
            if (changed.restricting()) {
                outbox.append(new ProcessingResumed(id, subject, at));
            }
        }
    }
}
