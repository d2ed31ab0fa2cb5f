package io.jikim.journeys;

import org.jspecify.annotations.Nullable;

/// A step of a story did not come true; the message says what was expected and what was found.
public class StoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryBroken(String message) {
        this(message, null);
    }

    public StoryBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
