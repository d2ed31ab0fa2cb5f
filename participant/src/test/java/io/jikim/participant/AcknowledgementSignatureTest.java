package io.jikim.participant;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureAcknowledged.Acknowledgement;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Phase;
import io.jikim.contracts.ErasureAcknowledged.Result;
import io.jikim.platform.crypto.Signer;
import io.jikim.platform.crypto.Verifier;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AcknowledgementSignatureTest {

    private static final UUID CASE = UUID.fromString("0199c3a0-0000-7000-8000-000000000004");
    private static final Acknowledgement DONE =
            new Acknowledgement(
                    CASE,
                    "billing",
                    Phase.DONE,
                    1,
                    List.of(new Result("profile", Disposition.ERASE, 3, null, null)),
                    new Evidence("L1", List.of("swept:profile:0")),
                    Instant.parse("2026-11-24T09:30:00.123456Z"));

    private final KeyPair pair = pair();
    private final Verifier key = Verifier.ofSpki(pair.getPublic().getEncoded());
    private final String signature = AcknowledgementSignature.of(DONE, signer(pair));

    @Test
    void verifies_what_another_language_may_have_written_in_another_order() {
        assertThat(AcknowledgementSignature.verifies(event("3", signature), key)).isTrue();
    }

    @Test
    void a_changed_count_does_not_verify() {
        assertThat(AcknowledgementSignature.verifies(event("2", signature), key)).isFalse();
    }

    @Test
    void another_key_does_not_verify() {
        var forged = AcknowledgementSignature.of(DONE, signer(pair()));

        assertThat(AcknowledgementSignature.verifies(event("3", forged), key)).isFalse();
    }

    @Test
    void rubbish_does_not_verify_and_does_not_throw() {
        assertThat(AcknowledgementSignature.verifies("{", key)).isFalse();
        assertThat(AcknowledgementSignature.verifies("{}", key)).isFalse();
        assertThat(AcknowledgementSignature.verifies(event("3", "%%%"), key)).isFalse();
        assertThat(AcknowledgementSignature.verifies(event("3.5", signature), key)).isFalse();
    }

    private static String event(String count, String signature) {
        return """
        {"signature": "%s", "subjectRef": "7d0f6c1e-2b7a-4c55-9a39-6f0d5f0c9a01",
         "acknowledgement": {"round": 1, "phase": "DONE", "participant": "billing",
           "results": [{"count": %s, "disposition": "ERASE", "category": "profile"}],
           "at": "2026-11-24T09:30:00.123456Z",
           "evidence": {"proofs": ["swept:profile:0"], "level": "L1"},
           "caseId": "%s"}}
        """
                .formatted(signature, count, CASE);
    }

    private static Signer signer(KeyPair pair) {
        var body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return Signer.ofPem(
                "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
