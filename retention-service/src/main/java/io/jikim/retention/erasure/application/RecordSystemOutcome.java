package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
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
    private final FindWhatIsKnown known;
    private final InstantSource clock;
    private final LookAgain again;

    RecordSystemOutcome(
            Erasures erasures, FindWhatIsKnown known, InstantSource clock, LookAgain again) {
        this.erasures = erasures;
        this.known = known;
        this.clock = clock;
        this.again = again;
    }

    @Transactional
    public void record(SystemName system, SystemOrder order, SystemOutcome outcome) {
        if (erasures.lock(order.erasure()).orElse(null) instanceof Erasure.Ordered ordered) {
            var after = after(ordered, system.participant(), order.round(), outcome);
            erasures.save(after, List.of(), again.after(after));
        }
    }

    private Erasure.Ordered after(
            Erasure.Ordered ordered,
            ParticipantName participant,
            int round,
            SystemOutcome outcome) {
        return switch (outcome) {
            case SystemOutcome.Done done -> {
                var answer = answer(round, done);
                var beside = known.about(ordered, participant, answer);
                yield ordered.take(participant, answer, beside)
                                instanceof Taking.Taken(var taken, _)
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
