package io.jikim.platform.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/// How far a speaker has come in one shard of its outbox: the epoch, and the mark of the last batch
/// that was about to be told.
@JsonIgnoreProperties(ignoreUnknown = true)
record Milestone(@Nullable String source, short shard, int epoch, long mark) {

    private static final int MOST_EPOCHS = 1_000_000;

    static Milestone of(Letter letter, long mark) {
        var stream = letter.envelope().stream();
        return new Milestone(
                stream.source(),
                Outbox.shardOf(stream),
                letter.envelope().position().epoch(),
                mark);
    }

    Milestone orFurther(Milestone other) {
        boolean further = other.epoch > epoch || other.epoch == epoch && other.mark > mark;
        return further ? other : this;
    }

    /// Epochs are opened by hand, one by one.
    boolean isPossible(String key) {
        return source != null
                && key().equals(key)
                && shard >= 0
                && shard < Outbox.SHARDS
                && epoch > 0
                && epoch < MOST_EPOCHS
                && mark >= 0;
    }

    String key() {
        return source + "#" + shard;
    }
}
