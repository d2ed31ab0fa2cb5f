package io.jikim.retention.erasure.domain;

/// What is wrong with a line of an answer.
public enum Objection {
    /// The participant did not register this category.
    NOT_REGISTERED,
    /// Nothing was ordered about this category.
    NOT_ORDERED,
    /// Said to be held, and no hold names it.
    NO_HOLD,
    /// Said to be still in use, and no purpose that remains needs it.
    NO_PURPOSE,
    /// Said to be archived, and no law keeps this category.
    NO_LAW,
    /// Kept on no legal basis, or on another than the one that was ordered.
    NO_BASIS,
    /// Kept without an end, or with one that no law can mean.
    NO_END,
    /// Kept though the period that it names is over.
    PERIOD_OVER,
    /// Said to be archived, and fewer records of the participant stand in the archive.
    NOT_DEPOSITED,
    /// Said to be destroyed or moved, and a hold had ordered it to stay.
    DESTROYED_UNDER_HOLD,
    /// Said to be destroyed or moved, and a purpose that remains needs it.
    DESTROYED_WHILE_NEEDED,
    /// Said to be destroyed, and a law keeps it: no end of a period that is over was named.
    DESTROYED_BEFORE_ITS_END,
    /// The level of destruction is none that anybody knows.
    UNKNOWN_LEVEL,
    /// Contested before, and the new answer is silent about it.
    UNANSWERED;

    /// The code under which people and services read it.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Whether a better answer does not undo it: what was said to be destroyed may be gone.
    public boolean isLasting() {
        return switch (this) {
            case DESTROYED_UNDER_HOLD, DESTROYED_WHILE_NEEDED, DESTROYED_BEFORE_ITS_END -> true;
            case NOT_REGISTERED,
                    NOT_ORDERED,
                    NO_HOLD,
                    NO_PURPOSE,
                    NO_LAW,
                    NO_BASIS,
                    NO_END,
                    PERIOD_OVER,
                    NOT_DEPOSITED,
                    UNKNOWN_LEVEL,
                    UNANSWERED ->
                    false;
        };
    }

    /// Whether it is mended by not speaking of the category any more.
    boolean isMendedBySilence() {
        return this == NOT_REGISTERED || this == NOT_ORDERED || this == UNKNOWN_LEVEL;
    }
}
