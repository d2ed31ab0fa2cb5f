package io.jikim.example.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementTest {

    private static final UUID CASE = UUID.fromString("0199c3a0-0000-7000-8000-000000000004");
    private static final Instant AT = Instant.parse("2026-11-24T09:30:00.123Z");

    @TempDir Path keys;

    @Test
    void is_canonical_whatever_the_order_it_was_put_together_in() throws Exception {
        var acknowledgement =
                Acknowledgement.done(
                        CASE, 1, List.of(Acknowledgement.result("marketing", "ERASE", 2)), AT);

        assertThat(acknowledgement)
                .isEqualTo(
                        "{\"at\":\"2026-11-24T09:30:00.123Z\",\"caseId\":\""
                                + CASE
                                + "\",\"evidence\":{\"level\":\"L1\",\"proofs\":[]},"
                                + "\"participant\":\"newsletter\",\"phase\":\"DONE\","
                                + "\"results\":[{\"category\":\"marketing\",\"count\":2,"
                                + "\"disposition\":\"ERASE\"}],\"round\":1}");
    }

    @Test
    void carries_a_signature_that_the_registered_key_verifies() throws Exception {
        var key = SigningKey.in(keys.resolve("newsletter.key"));
        var acknowledgement = Acknowledgement.frozen(CASE, AT);
        var event =
                new ObjectMapper()
                        .readTree(
                                Acknowledgement.event(
                                        CASE, acknowledgement, key.sign(acknowledgement)));

        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key.pair().getPublic());
        verifier.update(event.get("acknowledgement").toString().getBytes(StandardCharsets.UTF_8));

        assertThat(verifier.verify(Base64.getDecoder().decode(event.get("signature").asText())))
                .isTrue();
    }

    @Test
    void keeps_its_key_between_runs() throws Exception {
        var file = keys.resolve("newsletter.key");

        assertThat(SigningKey.in(file).publicKey()).isEqualTo(SigningKey.in(file).publicKey());
    }
}
