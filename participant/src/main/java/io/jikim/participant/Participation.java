package io.jikim.participant;

import io.jikim.contracts.ErasureAcknowledged;
import io.jikim.contracts.ErasureAcknowledged.Acknowledgement;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Phase;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.participant.Participant.Outcome;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Leads this service's participants through a case; called by its listener on `jikim.retention`
/// inside the inbox's transaction.
@ApplicationScoped
public class Participation {

    private static final Outcome FROZEN = new Outcome(List.of(), new Evidence("L0", List.of()));

    private final Instance<Participant> participants;
    private final SigningKeys keys;
    private final Outbox outbox;
    private final InstantSource clock;

    Participation(
            Instance<Participant> participants,
            SigningKeys keys,
            Outbox outbox,
            InstantSource clock) {
        this.participants = participants;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Freezes and acknowledges, for each participant here that the case names.
    public void on(ErasureOpened opened) {
        for (var participant : participants) {
            if (opened.participants().contains(participant.name())) {
                participant.freeze(opened);
                acknowledge(
                        opened.caseId(),
                        opened.subjectRef(),
                        participant.name(),
                        Phase.FROZEN,
                        1,
                        FROZEN);
            }
        }
    }

    /// Carries the order out and acknowledges, for each participant here.
    public void on(ErasureOrdered ordered) {
        for (var participant : participants) {
            if (participant.takesPartIn(ordered.scope())) {
                acknowledge(
                        ordered.caseId(),
                        ordered.subjectRef(),
                        participant.name(),
                        Phase.DONE,
                        ordered.round(),
                        participant.carryOut(ordered));
            }
        }
    }

    private void acknowledge(
            UUID caseId, UUID subject, String name, Phase phase, int round, Outcome outcome) {
        var acknowledgement =
                new Acknowledgement(
                        caseId,
                        name,
                        phase,
                        round,
                        outcome.results(),
                        outcome.evidence(),
                        clock.instant());
        outbox.append(
                new ErasureAcknowledged(
                        subject,
                        acknowledgement,
                        AcknowledgementSignature.of(acknowledgement, keys.signer(name))));
    }
}
