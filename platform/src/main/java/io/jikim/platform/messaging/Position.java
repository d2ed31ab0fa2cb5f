package io.jikim.platform.messaging;

/// Where an event stands in its stream: numbered from 1 without gaps, anew in every epoch.
///
/// A database restored from a backup opens the next epoch, or its numbers would be given twice.
public record Position(int epoch, long sequence) {

    /// Whether nothing is missing between `last` and this.
    boolean follows(Position last) {
        return epoch > last.epoch
                ? sequence == 1
                : epoch == last.epoch && sequence == last.sequence + 1;
    }

    /// An epoch that is over says nothing more: what was missing of it was waited for.
    boolean isBehind(Position last) {
        return epoch < last.epoch || epoch == last.epoch && sequence <= last.sequence;
    }
}
