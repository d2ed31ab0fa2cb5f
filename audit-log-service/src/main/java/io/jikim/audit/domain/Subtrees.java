package io.jikim.audit.domain;

/// The complete subtrees of a log, wherever their hashes are kept.
@FunctionalInterface
public interface Subtrees {
    /// Root of the leaves `[index · 2^level, (index + 1) · 2^level)`, all of which exist.
    Hash at(int level, long index);
}
