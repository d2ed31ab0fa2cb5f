package io.jikim.benchmarks;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// As many events as go through from end to end, with no more than a few on their way.
record Sustained(
        double eventsPerSecond,
        double seconds,
        int mostOnTheWay,
        double loadAverage,
        Map<String, Double> perThousandEvents) {

    private static final int AHEAD = 2_000;

    Sustained {
        perThousandEvents = Map.copyOf(perThousandEvents);
    }

    static Sustained measure(Scene scene, Plan plan) throws Exception {
        Scene.say("sustained: %d s after %d s of warm-up", plan.seconds(), plan.warmup());
        var load =
                "/load/sustained?run=sustained&seconds=%d&ahead=%d&listener=%s"
                        .formatted(
                                plan.warmup() + plan.seconds() + 1,
                                AHEAD,
                                scene.listener().address());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var loading = threads.submit(() -> scene.speaker().post(load));
            var figures = look(scene, plan);
            int told = loading.get().get("facts").asInt();
            scene.await("sustained", told);
            return figures;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load broke off", e.getCause());
        }
    }

    private static Sustained look(Scene scene, Plan plan) throws Exception {
        Thread.sleep(plan.warmup() * 1000L);
        var before = Effort.now(scene);
        long start = System.nanoTime();
        int count = scene.count("sustained");
        Thread.sleep(plan.seconds() * 1000L);
        int events = scene.count("sustained") - count;
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Sustained(
                Figures.rounded(events / seconds),
                Figures.rounded(seconds),
                AHEAD,
                Scene.load(),
                Effort.now(scene).perThousandSince(before, events));
    }
}
