package io.jikim.retention.erasure.adapter.in.kafka;

import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureAcknowledged;
import io.jikim.retention.erasure.application.Acknowledgement;
import io.jikim.retention.erasure.domain.Answer;
import io.jikim.retention.erasure.domain.BuiltIn;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.Tally;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An acknowledgement as the use case takes it.
final class SaidByParticipant {
    private SaidByParticipant() {}

    static Acknowledgement of(ErasureAcknowledged event, String data) {
        var said = event.acknowledgement();
        var participant = new ParticipantName(said.participant());
        return new Acknowledgement(
                new ErasureId(said.caseId()),
                participant,
                switch (said.phase()) {
                    case FROZEN -> Acknowledgement.Phase.FROZEN;
                    case DONE -> Acknowledgement.Phase.DONE;
                },
                new Answer(
                        said.round(),
                        said.results().stream().map(SaidByParticipant::tally).toList(),
                        level(participant, said.evidence().level()),
                        said.evidence().proofs(),
                        List.of(),
                        said.at()),
                data);
    }

    private static Tally tally(ErasureAcknowledged.Result result) {
        return new Tally(
                new Category(result.category()),
                outcome(result.disposition()),
                result.count(),
                result.basis(),
                result.until());
    }

    private static Outcome outcome(Disposition disposition) {
        return switch (disposition) {
            case ERASE -> Outcome.ERASED;
            case ANONYMISE -> Outcome.ANONYMISED;
            case ARCHIVE -> Outcome.ARCHIVED;
            case RETAIN -> Outcome.RETAINED;
            case HOLD -> Outcome.HELD;
            case KEEP -> Outcome.KEPT;
        };
    }

    // A level that nobody knows is contested where the answer is compared with its orders. Keys are
    // destroyed where we see it only by our own
    // services; above L2 nobody but us can prove anything.
    private static @Nullable Level level(ParticipantName participant, String said) {
        var most = BuiltIn.knows(participant) ? Level.L2 : Level.L1;
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(said))
                .findFirst()
                .map(level -> level.lowest(most))
                .orElse(null);
    }
}
