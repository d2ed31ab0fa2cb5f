package io.jikim.consent.consents.adapter.in.rest;

import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import io.jikim.consent.consents.domain.Method;
import java.time.Instant;
import java.util.UUID;

/// One entry of a consent history.
record ConsentView(
        UUID consentId, UUID subjectRef, String purpose, Answer decision, Proof proof, Instant at) {

    /// What proves the answer: the digest of the text shown, where and how it was answered.
    record Proof(int policyVersion, String noticeDigest, String lang, Method method) {}

    static ConsentView of(ConsentRecord entry) {
        var evidence = entry.evidence();
        return new ConsentView(
                entry.id().value(),
                entry.subject().value(),
                entry.purpose(),
                entry.answer(),
                new Proof(
                        evidence.policyVersion(),
                        evidence.noticeDigest(),
                        evidence.language().code(),
                        evidence.method()),
                entry.at());
    }
}
