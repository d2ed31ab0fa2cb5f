package io.jikim.audit.domain;

/// A proof needs what was pruned, or is not there.
public class MissingTile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingTile(int level, long index) {
        super("tile %d of level %d is not kept, or not whole".formatted(index, level));
    }
}
