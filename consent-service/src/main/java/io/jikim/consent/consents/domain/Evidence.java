package io.jikim.consent.consents.domain;

/// What proves an answer: the policy version and the digest of the text shown, its language, how
/// the answer was taken and who recorded it.
public record Evidence(
        int policyVersion,
        String noticeDigest,
        Language language,
        Method method,
        String recordedBy) {}
