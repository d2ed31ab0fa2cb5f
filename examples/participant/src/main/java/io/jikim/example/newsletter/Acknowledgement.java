package io.jikim.example.newsletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The answer to Jikim, as the JSON Schema `io.jikim.erasure.acknowledged.v1` describes it.
///
/// What is signed is the canonical JSON of the `acknowledgement` object: keys sorted, no white
/// space, UTF-8, absent fields left out. Jikim checks the signature over the very object that it
/// receives.
final class Acknowledgement {

    private static final ObjectMapper CANONICAL =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Acknowledgement() {}

    static String frozen(UUID caseId, Instant at) throws JsonProcessingException {
        return of(caseId, "FROZEN", 1, List.of(), at);
    }

    static String done(UUID caseId, int round, List<Map<String, Object>> results, Instant at)
            throws JsonProcessingException {
        return of(caseId, "DONE", round, results, at);
    }

    static Map<String, Object> result(String category, String disposition, long count) {
        return Map.of("category", category, "disposition", disposition, "count", count);
    }

    /// The whole event's data.
    static String event(UUID subject, String acknowledgement, String signature)
            throws JsonProcessingException {
        return CANONICAL.writeValueAsString(
                Map.of(
                        "subjectRef", subject.toString(),
                        "acknowledgement", CANONICAL.readTree(acknowledgement),
                        "signature", signature));
    }

    private static String of(
            UUID caseId, String phase, int round, List<Map<String, Object>> results, Instant at)
            throws JsonProcessingException {
        return CANONICAL.writeValueAsString(
                Map.of(
                        "caseId",
                        caseId.toString(),
                        "participant",
                        Settings.NAME,
                        "phase",
                        phase,
                        "round",
                        round,
                        "results",
                        results,
                        "evidence",
                        Map.of("level", "L1", "proofs", List.of()),
                        "at",
                        at.toString()));
    }
}
