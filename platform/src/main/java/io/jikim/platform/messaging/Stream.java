package io.jikim.platform.messaging;

/// What is kept in order: the facts that one source tells about one subject on one topic.
public record Stream(String tenant, String subject, String topic, String source) {}
