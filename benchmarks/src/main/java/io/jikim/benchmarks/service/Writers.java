package io.jikim.benchmarks.service;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Threads that write side by side.
final class Writers {

    interface Work {
        void run() throws InterruptedException;
    }

    private Writers() {}

    /// Returns when all have ended.
    static LoadResource.Told run(int threads, AtomicInteger told, Work work)
            throws InterruptedException {
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var all = new ArrayList<Callable<Void>>();
            for (int i = 0; i < threads; i++) {
                all.add(() -> {
                    work.run();
                    return null;
                });
            }
            for (var ended : pool.invokeAll(all)) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer broke off", e.getCause());
        }
        return new LoadResource.Told(told.get(), (System.nanoTime() - start) / 1e9);
    }
}
