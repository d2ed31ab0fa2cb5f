package io.jikim.audit.domain;

/// A proof was asked for a size below the minimum index: what it is made of is not kept any more.
public class PrunedSize extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long minimumIndex;

    public PrunedSize(long asked, long minimumIndex) {
        super("asked for size " + asked + " of a log that is kept from " + minimumIndex + " on");
        this.minimumIndex = minimumIndex;
    }

    public long minimumIndex() {
        return minimumIndex;
    }
}
