package io.jikim.platform.messaging;

import org.jspecify.annotations.Nullable;

/// What the inbox knows of a stream when one of its events comes: whether the event is `fresh` (not
/// yet in effect), whether it is `blocked` by an earlier one that is kept aside, and the position
/// that was reached.
record Standing(boolean fresh, boolean blocked, Position reached) {

    static final Position START = new Position(1, 0);

    /// Whose turn it is.
    enum Turn {
        NEXT,
        HEARD,
        /// It had its effect with a number of an epoch that is over, and stands for this number
        /// too.
        HEARD_UNDER_ANOTHER_NUMBER,
        BEHIND,
        GAP
    }

    Turn turnOf(Position event, @Nullable Position after) {
        if (event.isBehind(reached)) {
            return Turn.HEARD;
        }
        if (!fresh) {
            return event.follows(reached, after) ? Turn.HEARD_UNDER_ANOTHER_NUMBER : Turn.HEARD;
        }
        if (blocked) {
            return Turn.BEHIND;
        }
        return event.follows(reached, after) ? Turn.NEXT : Turn.GAP;
    }
}
