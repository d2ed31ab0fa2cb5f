package io.jikim.journeys;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what must come true by itself, and not longer than it may take.
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Patience() {}

    public static void until(String what, Duration atMost, BooleanSupplier true_) {
        find(what, atMost, () -> true_.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T find(String what, Duration atMost, Supplier<Optional<T>> look) {
        var end = System.nanoTime() + atMost.toNanos();
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new StoryBroken("Not within " + atMost.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted", e);
        }
    }
}
