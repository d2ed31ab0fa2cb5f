package io.jikim.platform.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an event comes from: the first event of the whole affair, the event that caused it, and
/// the trace (W3C Trace Context) that it belongs to.
public record Trail(String correlation, @Nullable UUID causation, Traceparent traceparent) {}
