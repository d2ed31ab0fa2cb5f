package io.jikim.audit.domain;

import java.time.Instant;
import java.util.UUID;

/// The outside of an event: which, of what type, about whom, when and by whom it was told.
///
/// `position` is the speaker's own numbering `epoch/sequence` in its stream: a record withheld
/// leaves a hole.
public record Told(
        UUID event,
        String tenant,
        String type,
        String subject,
        Instant time,
        String source,
        String position) {}
