package io.jikim.audit.domain;

/// How far a speaker says it has come in a stream: all numbers of the epoch greater than `after` up
/// to `last` have been told.
public record Reach(
        String source, String tenant, String subject, int epoch, long after, long last) {}
