package io.jikim.platform.messaging;

import io.jikim.platform.problem.Unquoted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/// Threads that do one thing again and again until the service stops.
@ApplicationScoped
public class Turns {

    private static final Logger LOG = Logger.getLogger(Turns.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /// What is done in one turn.
    public interface Turn {
        void run() throws InterruptedException;
    }

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    public void start(String name, Turn turn) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> repeat(turn)));
    }

    void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    boolean allAlive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    private static void repeat(Turn turn) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                once(turn);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whatever goes wrong in one turn, the next one comes: nothing else would take its place.
    private static void once(Turn turn) throws InterruptedException {
        try {
            turn.run();
        } catch (RuntimeException | Error e) {
            LOG.errorf(
                    Unquoted.of(e), "A turn broke off thread=%s", Thread.currentThread().getName());
            Thread.sleep(PAUSE);
        }
    }
}
