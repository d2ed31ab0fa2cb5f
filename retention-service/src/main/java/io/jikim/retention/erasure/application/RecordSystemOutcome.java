package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.domain.Answer;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.Taking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: a connected system has carried out an order, or could not.
@ApplicationScoped
public class RecordSystemOutcome {
    private final Erasures erasures;
    private final Holds holds;
    private final InstantSource clock;
    private final Deadlines deadlines;

    RecordSystemOutcome(Erasures erasures, Holds holds, InstantSource clock, Deadlines deadlines) {
        this.erasures = erasures;
        this.holds = holds;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @Transactional
    public void record(SystemName system, SystemOrder order, SystemOutcome outcome) {
        if (erasures.lock(order.erasure()).orElse(null) instanceof Erasure.Ordered ordered) {
            var after = after(ordered, system.participant(), order.round(), outcome);
            erasures.save(after, List.of(), deadlines.recheck(after, clock.instant()));
        }
    }

    private Erasure.Ordered after(
            Erasure.Ordered ordered,
            ParticipantName participant,
            int round,
            SystemOutcome outcome) {
        return switch (outcome) {
            case SystemOutcome.Done done -> {
                var held = holds.active(ordered.opening().subject()).keySet();
                yield ordered.take(participant, answer(round, done), held)
                                instanceof Taking.Taken(var taken)
                        ? taken
                        : ordered;
            }
            case SystemOutcome.Failed failed ->
                    ordered.failed(participant, failed.reason(), clock.instant());
        };
    }

    private Answer answer(int round, SystemOutcome.Done done) {
        return new Answer(
                round,
                done.tallies(),
                done.level(),
                List.of("system:" + done.evidence()),
                done.residues(),
                clock.instant());
    }
}
