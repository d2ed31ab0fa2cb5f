package io.jikim.localstack;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Looks after the parts of a stack that has started, each on a thread of its own because a start
/// takes its time, and notes how they stand.
final class Supervision {
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Collection<Kept> parts;
    private final Notes notes;
    private Map<String, Standing> noted = Map.of();

    Supervision(Collection<Kept> parts, Notes notes) {
        this.parts = parts;
        this.notes = notes;
    }

    void begin() {
        for (var part : parts) {
            again("keeps " + part.part().name(), part::look);
        }
        again(
                "notes",
                () -> {
                    if (notes.takeWish()) {
                        parts.forEach(Kept::forgive);
                    }
                    note();
                });
    }

    /// These threads end with the JVM.
    private static void again(String name, Runnable task) {
        Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    try {
                        while (true) {
                            task.run();
                            Thread.sleep(BETWEEN);
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    synchronized void note() {
        var now = new LinkedHashMap<String, Standing>();
        parts.forEach(part -> now.put(part.part().name(), part.standing()));
        if (now.equals(noted)) {
            return;
        }
        try {
            notes.write(now);
            noted = now;
        } catch (IOException _) {
            // a full disk: it is tried again, and status asks the parts themselves
        }
    }
}
