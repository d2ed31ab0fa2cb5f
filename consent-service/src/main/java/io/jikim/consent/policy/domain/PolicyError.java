package io.jikim.consent.policy.domain;

/// What is wrong with a policy file, and where: a JSON Pointer, and a line counted from 1.
public record PolicyError(String path, int line, String code, String detail) {}
