package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.BuiltIn;
import io.jikim.retention.erasure.domain.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;

/// Use case: an internal service takes part in the erasures that are opened from now on.
@ApplicationScoped
public class RegisterParticipant {
    /// The name is somebody else's: the holder of another key.
    public static class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The name is kept for something that is no participant of the tenant's own.
    public static class NameReserved extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The tenant's participants would name more categories than fit into one order.
    public static class TooManyCategories extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The tenant has as many participants as fit into one order.
    public static class TooManyParticipants extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Far below the 64 KiB of an event, in which each has its line beside those of the policy.
    public static final int CATEGORIES = 200;

    public static final int PARTICIPANTS = 100;

    private final Participants participants;

    RegisterParticipant(Participants participants) {
        this.participants = participants;
    }

    /// The same participant again is harmless and may name other categories. The first client that
    /// registers it is the one that speaks for it; where a person does, it is the one of its name.
    ///
    /// @param client the id of the client that registers itself; empty if a person registers it
    /// @throws TooManyCategories if all participants together would name more than [#CATEGORIES]
    /// @throws TooManyParticipants if there are [#PARTICIPANTS] others
    /// @throws NameReserved if the name is not for registration
    /// @throws NameTaken if its holder has another key or is another client
    @Transactional
    public void register(Participant participant, Optional<String> client) {
        if (BuiltIn.reserves(participant.name())) {
            throw new NameReserved();
        }
        refuseWhatFitsIntoNoOrder(participant);
        participants
                .claim(participant.name())
                .filter(known -> !known.publicKey().equals(participant.publicKey()))
                .ifPresent(_ -> {
                    throw new NameTaken();
                });
        var known = participants.client(participant.name());
        if (known.isPresent() && client.isPresent() && !known.equals(client)) {
            throw new NameTaken();
        }
        participants.register(participant, client.orElse(participant.name().code()));
    }

    private void refuseWhatFitsIntoNoOrder(Participant participant) {
        var others =
                participants.all().stream()
                        .filter(other -> !other.name().equals(participant.name()))
                        .toList();
        if (others.size() >= PARTICIPANTS) {
            throw new TooManyParticipants();
        }
        var categories = new HashSet<>(participant.categories());
        others.forEach(other -> categories.addAll(other.categories()));
        if (categories.size() > CATEGORIES) {
            throw new TooManyCategories();
        }
    }
}
