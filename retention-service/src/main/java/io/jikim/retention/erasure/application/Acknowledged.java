package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.Taking;

/// What became of an acknowledgement; only the first kind changed anything.
public sealed interface Acknowledged {
    record Counted() implements Acknowledged {}

    record UnknownCase() implements Acknowledged {}

    /// The signature is not the participant's own.
    record Forged() implements Acknowledged {}

    /// It came when the case was not waiting for it.
    record Untimely() implements Acknowledged {}

    record Ignored(Taking.Why why) implements Acknowledged {}
}
