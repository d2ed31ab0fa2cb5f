package io.jikim.platform.messaging;

import java.util.UUID;

/// How far a speaker has come in one shard of its outbox: the epoch, the outbox id and the event id
/// of the last event that was about to be told.
record Milestone(String source, short shard, int epoch, long position, UUID event) {

    static Milestone of(Letter letter) {
        var stream = letter.envelope().stream();
        return new Milestone(
                stream.source(),
                Outbox.shardOf(stream),
                letter.envelope().position().epoch(),
                letter.id(),
                letter.envelope().id());
    }

    /// A batch after a crash may end before the one that was lost with it, but never counts as
    /// less.
    Milestone orFurther(Milestone other) {
        boolean further = other.epoch > epoch || other.epoch == epoch && other.position > position;
        return further ? other : this;
    }

    String key() {
        return source + "#" + shard;
    }
}
