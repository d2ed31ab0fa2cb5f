package io.jikim.localstack;

import java.time.Duration;
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
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Progress progress;
    private boolean stopping;

    Stack(List<Part> parts, Progress progress) {
        parts.forEach(part -> this.parts.put(part.name(), part));
        this.progress = progress;
    }

    /// @throws StackFailure of the first part that did not start; nothing runs then
    void start() {
        var started = new LinkedHashMap<String, CompletableFuture<Void>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var part : parts.values()) {
                var needed =
                        part.needs().stream()
                                .map(started::get)
                                .toArray(CompletableFuture<?>[]::new);
                started.put(
                        part.name(),
                        CompletableFuture.allOf(needed).thenRunAsync(() -> start(part), threads));
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

    private Part part(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new StackFailure("no part " + name + "; there are " + parts.keySet());
        }
        return part;
    }

    private void start(Part part) {
        synchronized (this) {
            if (stopping) {
                throw new StackFailure("the stack is stopping");
            }
        }
        var from = System.nanoTime();
        try {
            part.start();
        } catch (StackFailure e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(part.name() + " was interrupted", e);
        } catch (Exception e) {
            throw new StackFailure(part.name() + " did not start: " + e, e);
        }
        progress.running(part, Duration.ofNanos(System.nanoTime() - from));
    }

    void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        new ArrayList<>(parts.values()).reversed().forEach(Part::stop);
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
