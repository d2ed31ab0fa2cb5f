package io.jikim.consent.policy.domain;

/// The same words in Korean and in English.
public record Text(String ko, String en) {}
