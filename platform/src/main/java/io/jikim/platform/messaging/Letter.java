package io.jikim.platform.messaging;

/// An event in the outbox, waiting for the broker.
record Letter(long id, Envelope envelope, String payload) {}
