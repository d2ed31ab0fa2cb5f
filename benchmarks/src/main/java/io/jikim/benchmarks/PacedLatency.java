package io.jikim.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/// From the moment an event was due to the commit of its effect, at a fixed rate.
record PacedLatency(int offeredPerSecond, double loadAverage, JsonNode writtenToConsumedMillis) {

    static PacedLatency measure(Scene scene, Plan plan) throws IOException, InterruptedException {
        Progress.say("latency: %d/s for %d s", plan.rate(), plan.seconds());
        pace(scene, "pacing", 3, plan.rate());
        pace(scene, "paced", plan.seconds(), plan.rate());
        return new PacedLatency(
                plan.rate(), Progress.load(), scene.listener().get("/arrivals/paced/times"));
    }

    private static void pace(Scene scene, String run, int seconds, int rate)
            throws IOException, InterruptedException {
        var load = "/load/paced?run=%s&seconds=%d&rate=%d".formatted(run, seconds, rate);
        scene.await(run, scene.speaker().post(load).get("facts").asInt());
    }
}
