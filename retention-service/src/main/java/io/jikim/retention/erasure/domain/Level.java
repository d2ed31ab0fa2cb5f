package io.jikim.retention.erasure.domain;

/// How far destruction is proven; a certificate never claims more than its evidence.
public enum Level {
    /// Nothing is proven: nothing was destroyed, something is held, or a part failed or did not
    /// answer.
    L0,
    /// Rows are gone and a sweep found none.
    L1,
    /// The data key is destroyed.
    L2,
    /// The epoch of the key that wrapped it is destroyed.
    L3,
    /// Backups expired, or a restore drill passed.
    L4;

    public Level lowest(Level other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
