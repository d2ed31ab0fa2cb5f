package io.jikim.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Whose turn it is to append, in this process: in the order of asking, so that neither the bus nor
/// the callers over REST wait for the other without end.
///
/// It saves work that the compare-and-swap of the head would refuse; what makes it safe is that
/// alone, because other processes append to the same log.
@ApplicationScoped
public class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);

    /// @param work a transaction from its begin to its commit
    public <T> T take(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
