package io.jikim.localstack;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/// Parts that run together: they start side by side, each as soon as those that it needs run, and
/// stop in reverse order.
final class Stack {
    private final Map<String, Kept> parts = new LinkedHashMap<>();
    private final Supervision supervision;
    private boolean stopping;

    Stack(List<Part> parts, Progress progress, Notes notes) {
        supervision = new Supervision(this.parts.values(), notes);
        for (var part : parts) {
            var kept = new Kept(part, InstantSource.system(), progress, supervision::note);
            this.parts.put(part.name(), kept);
        }
    }

    /// @throws StackFailure of the first part that did not start; nothing runs then
    void start() {
        var started = new LinkedHashMap<String, CompletableFuture<Void>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var kept : parts.values()) {
                var part = kept.part();
                var needed =
                        part.needs().stream()
                                .map(started::get)
                                .toArray(CompletableFuture<?>[]::new);
                started.put(
                        part.name(),
                        CompletableFuture.allOf(needed).thenRunAsync(() -> start(kept), threads));
            }
            CompletableFuture.allOf(started.values().toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException e) {
            stop();
            throw failure(e);
        }
    }

    void start(String name) {
        start(part(name));
    }

    void stop(String name) {
        part(name).stop();
    }

    private Kept part(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new StackFailure("no part " + name + "; there are " + parts.keySet());
        }
        return part;
    }

    private void start(Kept part) {
        synchronized (this) {
            if (stopping) {
                throw new StackFailure("the stack is stopping");
            }
        }
        part.start();
    }

    /// From now on a part that ends by itself is started again.
    void supervise() {
        supervision.begin();
    }

    void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        parts.values().forEach(Kept::release);
        new ArrayList<>(parts.values()).reversed().forEach(Kept::stop);
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    private static StackFailure failure(CompletionException e) {
        return e.getCause() instanceof StackFailure failure
                ? failure
                : new StackFailure("the stack did not start: " + e.getCause(), e);
    }
}
