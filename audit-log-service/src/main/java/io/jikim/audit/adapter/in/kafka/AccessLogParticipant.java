package io.jikim.audit.adapter.in.kafka;

import io.jikim.audit.application.RestrictSubject;
import io.jikim.audit.application.RetainedAccesses;
import io.jikim.audit.application.RetainedAccesses.Retained;
import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Result;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOpened.Scope;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.participant.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Keeps the records of who saw a person's data after she has gone, because the law wants them
/// kept.
@ApplicationScoped
class AccessLogParticipant implements Participant {
    private static final String CATEGORY = "access-records";
    private static final Evidence NOTHING_DESTROYED = new Evidence("L0", List.of());

    private final RestrictSubject restrictSubject;
    private final RetainedAccesses retainedAccesses;

    AccessLogParticipant(RestrictSubject restrictSubject, RetainedAccesses retainedAccesses) {
        this.restrictSubject = restrictSubject;
        this.retainedAccesses = retainedAccesses;
    }

    @Override
    public String name() {
        return "audit-log-service";
    }

    @Override
    public void freeze(ErasureOpened opened) {
        if (opened.scope() == Scope.MEMBERSHIP) {
            restrictSubject.restrict(opened.subjectRef(), opened.caseId(), opened.at());
        }
    }

    /// Each round says how many records stay by now, in place of what the round before said. A
    /// person who withdraws one purpose stays; nothing about her access records changes.
    @Override
    public Outcome carryOut(ErasureOrdered ordered) {
        return switch (ordered.scope()) {
            case MEMBERSHIP -> new Outcome(retained(ordered.subjectRef()), NOTHING_DESTROYED);
            case PURPOSE -> new Outcome(List.of(), NOTHING_DESTROYED);
        };
    }

    private List<Result> retained(UUID subject) {
        return retainedAccesses.about(subject).stream().map(AccessLogParticipant::result).toList();
    }

    private static Result result(Retained kept) {
        return new Result(CATEGORY, Disposition.RETAIN, kept.count(), kept.law(), kept.until());
    }
}
