package io.jikim.platform.messaging;

import org.jspecify.annotations.Nullable;

/// Where an event stands in its stream: numbered from 1 without gaps, anew in every epoch.
///
/// A database restored from a backup opens the next epoch, or its numbers would be given twice.
public record Position(int epoch, long sequence) {

    /// Whether nothing is missing between `last` and this. The first of a new epoch says `after`
    /// which position it comes.
    boolean follows(Position last, @Nullable Position after) {
        return epoch > last.epoch
                ? sequence == 1 && (after == null || after.isBehind(last))
                : epoch == last.epoch && sequence == last.sequence + 1;
    }

    /// An epoch that is over says nothing more: what was missing of it was waited for.
    boolean isBehind(Position last) {
        return epoch < last.epoch || epoch == last.epoch && sequence <= last.sequence;
    }
}
