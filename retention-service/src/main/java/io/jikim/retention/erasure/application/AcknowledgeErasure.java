package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.ParticipantKeys;
import io.jikim.retention.erasure.application.port.Workers;
import io.jikim.retention.erasure.domain.CaseRef;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.Taking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: a participant answers; what is late, doubled, foreign or out of its round is harmless.
///
/// The certificate names the moment at which we heard it: a participant's own clock proves nothing.
@ApplicationScoped
public class AcknowledgeErasure {
    private final Erasures erasures;
    private final FindWhatIsKnown known;
    private final ParticipantKeys keys;
    private final Workers workers;
    private final InstantSource clock;
    private final LookAgain again;

    AcknowledgeErasure(
            Erasures erasures,
            FindWhatIsKnown known,
            ParticipantKeys keys,
            Workers workers,
            InstantSource clock,
            LookAgain again) {
        this.erasures = erasures;
        this.known = known;
        this.keys = keys;
        this.workers = workers;
        this.clock = clock;
        this.again = again;
    }

    @Transactional
    public Acknowledged acknowledge(Acknowledgement said) {
        if (!keys.signed(said.participant(), said.event())) {
            return new Acknowledged.Forged();
        }
        var known = erasures.lock(said.erasure());
        if (known.isEmpty()) {
            return new Acknowledged.UnknownCase();
        }
        return switch (said.phase()) {
            case FROZEN -> frozen(known.get(), said);
            case DONE -> done(known.get(), said);
        };
    }

    private Acknowledged frozen(Erasure erasure, Acknowledgement said) {
        var after = erasure.frozen(said.participant(), clock.instant());
        if (after.equals(erasure)) {
            return new Acknowledged.Untimely();
        }
        keep(after);
        return new Acknowledged.Counted();
    }

    private Acknowledged done(Erasure erasure, Acknowledgement said) {
        return switch (erasure) {
            case Erasure.Ordered ordered -> take(ordered, said);
            case Erasure.Opened _,
                    Erasure.Frozen _,
                    Erasure.Planned _,
                    Erasure.Verified _,
                    Erasure.Informed _,
                    Erasure.Certified _ ->
                    new Acknowledged.Untimely();
        };
    }

    private Acknowledged take(Erasure.Ordered ordered, Acknowledgement said) {
        var answer = said.answer().heard(clock.instant());
        var beside = known.about(ordered, said.participant(), answer);
        return switch (ordered.take(said.participant(), answer, beside)) {
            case Taking.Taken(var after, var contested) -> {
                keep(after);
                yield contested.isEmpty()
                        ? new Acknowledged.Counted()
                        : new Acknowledged.Contested(contested);
            }
            case Taking.Ignored(var why) -> new Acknowledged.Ignored(why);
        };
    }

    private void keep(Erasure erasure) {
        erasures.save(erasure, List.of(), again.after(erasure));
        workers.wakeAfterCommit(new CaseRef(erasure.opening().tenant(), erasure.id()));
    }
}
