package io.jikim.platform.messaging;

import io.jikim.contracts.Event;

/// A fact that has arrived, in its turn and for the first time.
public record Received(Envelope envelope, Event event) {}
