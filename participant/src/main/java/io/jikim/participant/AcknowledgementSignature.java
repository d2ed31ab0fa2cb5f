package io.jikim.participant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jikim.contracts.ErasureAcknowledged.Acknowledgement;
import io.jikim.platform.crypto.CanonicalJson;
import io.jikim.platform.crypto.Signer;
import io.jikim.platform.crypto.Verifier;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// Ed25519 over the canonical JSON (RFC 8785) of an acknowledgement, absent fields left out.
public final class AcknowledgementSignature {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private AcknowledgementSignature() {}

    /// Base64, as the event carries it.
    public static String of(Acknowledgement acknowledgement, Signer signer) {
        return Base64.getEncoder()
                .encodeToString(signer.sign(canonical(JSON.valueToTree(acknowledgement))));
    }

    /// Whether the event's data, as received, carries a signature of this key.
    ///
    /// It is checked over the received text and not over a record made from it: another language
    /// may write an instant differently, and a reader drops fields it does not know.
    public static boolean verifies(String data, Verifier key) {
        try {
            var event = JSON.readTree(data);
            return event.path("acknowledgement").isObject()
                    && key.verifies(
                            canonical(event.path("acknowledgement")),
                            Base64.getDecoder().decode(event.path("signature").asText()));
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] canonical(JsonNode acknowledgement) {
        var fields = JSON.convertValue(acknowledgement, OBJECT);
        return CanonicalJson.of(fields).getBytes(StandardCharsets.UTF_8);
    }
}
