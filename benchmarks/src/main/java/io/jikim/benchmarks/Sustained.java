package io.jikim.benchmarks;

import java.io.IOException;
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
    private static final int RAMP = 3;

    Sustained {
        perThousandEvents = Map.copyOf(perThousandEvents);
    }

    /// Until compilers and caches have seen it all; counts for nothing.
    static void warmUp(Scene scene, Plan plan) throws IOException, InterruptedException {
        Progress.say("warm-up: %d s", plan.warmup());
        int told = scene.speaker().post(load(scene, "warmup", plan.warmup())).get("facts").asInt();
        scene.await("warmup", told);
    }

    static Sustained measure(Scene scene, Plan plan) throws Exception {
        Progress.say("sustained: %d s", plan.seconds());
        var load = load(scene, "sustained", RAMP + plan.seconds() + 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var loading = threads.submit(() -> scene.speaker().post(load));
            var figures = look(scene, plan);
            scene.await("sustained", loading.get().get("facts").asInt());
            return figures;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load broke off", e.getCause());
        }
    }

    private static String load(Scene scene, String run, int seconds) {
        return "/load/sustained?run=%s&seconds=%d&ahead=%d&listener=%s"
                .formatted(run, seconds, AHEAD, scene.listener().address());
    }

    private static Sustained look(Scene scene, Plan plan) throws Exception {
        Thread.sleep(RAMP * 1000L);
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
                Progress.load(),
                Effort.now(scene).perThousandSince(before, events));
    }
}
