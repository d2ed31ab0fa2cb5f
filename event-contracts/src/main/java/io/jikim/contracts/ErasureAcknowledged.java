package io.jikim.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A participant says what it has done; `signature` is Base64 Ed25519 over the canonical JSON of
/// `acknowledgement`.
public record ErasureAcknowledged(
        UUID subjectRef, Acknowledgement acknowledgement, String signature) implements Event {

    /// How far a participant has come: FROZEN (reads refused) or DONE (the order is carried out).
    public enum Phase {
        FROZEN,
        DONE
    }

    /// What is signed. `evidence` holds commitments and digests, one string each (for example
    /// `key:<id>:<sha256>`), and `level` what they prove (L1 rows gone, L2 data key destroyed).
    /// `at` is the participant's own clock: a certificate names when the answer was heard instead.
    public record Acknowledgement(
            UUID caseId,
            String participant,
            Phase phase,
            int round,
            List<Result> results,
            Evidence evidence,
            Instant at) {

        public Acknowledgement {
            results = List.copyOf(results);
        }
    }

    /// How many records of a category met which fate; `basis` and `until` where something stays.
    public record Result(
            String category,
            Disposition disposition,
            long count,
            @Nullable String basis,
            @Nullable LocalDate until) {}

    /// What a participant can show for its results.
    public record Evidence(String level, List<String> proofs) {

        public Evidence {
            proofs = List.copyOf(proofs);
        }
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
