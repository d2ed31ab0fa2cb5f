package io.jikim.localstack;

import java.time.Duration;

/// How the launcher stands to a part; the sentence is for the person who asks, empty when there is
/// nothing to tell.
sealed interface Standing {
    String sentence();

    /// @param restarts how often it was started again since the stack came up
    record Running(int restarts) implements Standing {
        @Override
        public String sentence() {
            return switch (restarts) {
                case 0 -> "";
                case 1 -> "was started again once";
                default -> "was started again %d times".formatted(restarts);
            };
        }
    }

    /// @param attempt counts from 1
    record Restarting(int attempt) implements Standing {
        @Override
        public String sentence() {
            return "is being started again (restart %d)".formatted(attempt);
        }
    }

    /// Nothing more is tried until a person asks for it.
    record GivenUp(int ends, Duration within) implements Standing {
        @Override
        public String sentence() {
            return "given up: it ended %d times within %d minutes; its log says why, ./jikim up tries again"
                    .formatted(ends, within.toMinutes());
        }
    }

    /// On purpose.
    record Stopped() implements Standing {
        @Override
        public String sentence() {
            return "is stopped";
        }
    }
}
