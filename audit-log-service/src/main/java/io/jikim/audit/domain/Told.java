package io.jikim.audit.domain;

import java.time.Instant;
import java.util.UUID;

/// The outside of an event: which, of what type, about whom, when and by whom it was told.
///
/// `position` is the speaker's own numbering `epoch/sequence` in its stream: a record withheld
/// leaves a hole. What was posted stands in no stream: `0/0`.
public record Told(
        UUID event,
        String tenant,
        String type,
        String subject,
        Instant time,
        String source,
        String position) {
    /// What the source of everything posted begins with; the rest is the token's client.
    public static final String POSTER = "client:";

    private static final String POSTED = "io.jikim.access.posted.v1";
    private static final String NO_STREAM = "0/0";

    /// Of an access that an outside system has told over REST; the bus has no such type.
    public static Told posted(
            UUID event, String tenant, String actor, Instant time, String source) {
        return new Told(event, tenant, POSTED, actor, time, source, NO_STREAM);
    }

    public boolean isPosted() {
        return type.equals(POSTED);
    }
}
