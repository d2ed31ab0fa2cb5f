package io.jikim.identity.people.adapter.out.messaging;

import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureAcknowledged;
import io.jikim.contracts.ErasureAcknowledged.Acknowledgement;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Phase;
import io.jikim.contracts.ErasureAcknowledged.Result;
import io.jikim.identity.people.application.port.Acknowledgements;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.Fate;
import io.jikim.identity.people.domain.Outcome;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.participant.AcknowledgementSignature;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Acknowledgements, each signed with the key of the participant in whose name it is given.
@ApplicationScoped
class SignedAcknowledgements implements Acknowledgements {

    private final SigningKeys keys;
    private final Outbox outbox;

    SignedAcknowledgements(SigningKeys keys, Outbox outbox) {
        this.keys = keys;
        this.outbox = outbox;
    }

    @Override
    public void frozen(CaseId to, SubjectRef ref, Participant by, Instant at) {
        tell(
                ref,
                new Acknowledgement(
                        to.value(),
                        name(by),
                        Phase.FROZEN,
                        1,
                        List.of(),
                        new Evidence("L0", List.of()),
                        at));
    }

    @Override
    public void done(CaseId to, SubjectRef ref, Participant by, Done done, Instant at) {
        tell(
                ref,
                new Acknowledgement(
                        to.value(),
                        name(by),
                        Phase.DONE,
                        done.round(),
                        done.outcomes().stream().map(SignedAcknowledgements::result).toList(),
                        new Evidence(done.level(), done.proofs()),
                        at));
    }

    private void tell(SubjectRef ref, Acknowledgement acknowledgement) {
        var signature =
                AcknowledgementSignature.of(
                        acknowledgement, keys.signer(acknowledgement.participant()));
        outbox.append(new ErasureAcknowledged(ref.value(), acknowledgement, signature));
    }

    private static String name(Participant by) {
        return switch (by) {
            case IDENTITY -> "identity-verification-service";
            case PROVIDER -> "identity-provider";
        };
    }

    private static Result result(Outcome outcome) {
        return new Result(
                outcome.category(),
                disposition(outcome.fate()),
                outcome.count(),
                outcome.basis().orElse(null),
                outcome.until().orElse(null));
    }

    private static Disposition disposition(Fate fate) {
        return switch (fate) {
            case ERASE -> Disposition.ERASE;
            case ARCHIVE -> Disposition.ARCHIVE;
            case RETAIN -> Disposition.RETAIN;
            case HOLD -> Disposition.HOLD;
            case KEEP -> Disposition.KEEP;
        };
    }
}
