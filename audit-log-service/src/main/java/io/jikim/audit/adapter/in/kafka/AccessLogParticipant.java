package io.jikim.audit.adapter.in.kafka;

import io.jikim.audit.application.RestrictSubject;
import io.jikim.audit.application.RetainedAccesses;
import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Result;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOpened.Scope;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.participant.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Keeps the records of who saw a person's data after she has gone, because the law wants them
/// kept.
@ApplicationScoped
class AccessLogParticipant implements Participant {
    private static final String CATEGORY = "access-records";
    private static final String BASIS =
            "PIPA Safety Measures Standard Art. 8 (access records ≥ 1 year)";
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    private static final Evidence NOTHING_DESTROYED = new Evidence("L0", List.of());

    private final RestrictSubject restrictSubject;
    private final RetainedAccesses retainedAccesses;
    private final Period period;

    AccessLogParticipant(
            RestrictSubject restrictSubject,
            RetainedAccesses retainedAccesses,
            @ConfigProperty(name = "jikim.audit.access-records.period") Period period) {
        this.restrictSubject = restrictSubject;
        this.retainedAccesses = retainedAccesses;
        this.period = period;
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
        var kept = retainedAccesses.about(subject);
        return kept.newest().stream().map(newest -> result(kept.count(), newest)).toList();
    }

    private Result result(long count, Instant newest) {
        LocalDate until = LocalDate.ofInstant(newest, KOREA).plus(period);
        return new Result(CATEGORY, Disposition.RETAIN, count, BASIS, until);
    }
}
