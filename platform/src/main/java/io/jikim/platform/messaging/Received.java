package io.jikim.platform.messaging;

import io.jikim.contracts.Event;

/// A fact that has arrived, in its turn and for the first time. `data` is its JSON as received,
/// which is what a signature inside it was made over.
public record Received(Envelope envelope, Event event, String data) {}
