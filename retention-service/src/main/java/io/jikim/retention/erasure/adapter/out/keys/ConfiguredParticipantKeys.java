package io.jikim.retention.erasure.adapter.out.keys;

import io.jikim.participant.AcknowledgementSignature;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.platform.crypto.Verifier;
import io.jikim.retention.erasure.application.port.ParticipantKeys;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.BuiltIn;
import io.jikim.retention.erasure.domain.ParticipantName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;

/// Our own participants' keys come with the installation, the others' with their registration.
@ApplicationScoped
class ConfiguredParticipantKeys implements ParticipantKeys {
    private final SigningKeys ours;
    private final Participants registered;

    ConfiguredParticipantKeys(SigningKeys ours, Participants registered) {
        this.ours = ours;
        this.registered = registered;
    }

    @Override
    public boolean signed(ParticipantName participant, String event) {
        return key(participant)
                .filter(key -> AcknowledgementSignature.verifies(event, key))
                .isPresent();
    }

    private Optional<Verifier> key(ParticipantName participant) {
        return BuiltIn.knows(participant)
                ? Optional.of(ours.verifier(participant.code()))
                : registered
                        .find(participant)
                        .map(known ->
                                Verifier.ofSpki(Base64.getDecoder().decode(known.publicKey())));
    }
}
