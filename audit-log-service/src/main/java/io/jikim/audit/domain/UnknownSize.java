package io.jikim.audit.domain;

/// A proof was asked for a leaf or a size that the log does not have.
public class UnknownSize extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownSize(long asked, long size) {
        super("asked for " + asked + " in a log of size " + size);
    }
}
