package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.Answer;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.Known;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.SystemName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Query: with what a participant's answer is compared, beside its orders.
@ApplicationScoped
public class FindWhatIsKnown {
    private final Holds holds;
    private final Participants participants;
    private final Archive archive;
    private final BusinessClock business;
    private final ZoneId calendar;

    FindWhatIsKnown(
            Holds holds,
            Participants participants,
            Archive archive,
            BusinessClock business,
            ZoneId calendar) {
        this.holds = holds;
        this.participants = participants;
        this.archive = archive;
        this.business = business;
        this.calendar = calendar;
    }

    Known about(Erasure.Ordered erasure, ParticipantName participant, Answer answer) {
        var tenant = erasure.opening().tenant();
        return new Known(
                held(erasure),
                participants.find(participant).map(Participant::categories).orElse(null),
                deposited(erasure, participant, answer),
                business.instant(tenant.code()).atZone(calendar).toLocalDate());
    }

    /// An answer may be older than the release of the hold that it obeyed.
    private Set<Category> held(Erasure.Ordered erasure) {
        return holds.ofSubject(erasure.opening().subject()).stream()
                .filter(hold -> stoodInThisRound(hold, erasure))
                .flatMap(hold -> hold.categories().stream())
                .collect(Collectors.toSet());
    }

    private static boolean stoodInThisRound(Hold hold, Erasure.Ordered erasure) {
        var released = hold.releasedAt();
        var ordered = erasure.course().orderedAt();
        return released == null || ordered != null && !released.isBefore(ordered);
    }

    private Map<Known.Ending, Long> deposited(
            Erasure.Ordered erasure, ParticipantName participant, Answer answer) {
        return SystemName.of(participant).isEmpty()
                        && answer.tallies().stream()
                                .anyMatch(tally -> tally.outcome() == Outcome.ARCHIVED)
                ? archive.deposited(
                        erasure.opening().tenant(),
                        erasure.id(),
                        Archive.source(participant.code()))
                : Map.of();
    }
}
