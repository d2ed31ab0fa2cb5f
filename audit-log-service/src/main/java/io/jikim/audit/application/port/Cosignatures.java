package io.jikim.audit.application.port;

/// What witnesses have signed, which is published under the head of that size.
public interface Cosignatures {

    /// @param line ended by a newline
    void save(long size, String witness, String line);
}
