package io.jikim.benchmarks.service;

import io.jikim.benchmarks.Pace;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets facts be told; each answer comes when the last of them is committed.
@Path("/load")
@PermitAll
class LoadResource {

    /// How many facts were committed in which time.
    record Told(int facts, double seconds) {}

    private static final int WRITERS = 8;
    // An open loop must not wait for its own writers.
    private static final int PACED_WRITERS = 14;
    private static final int BACKLOG_STEP = 500;

    private final Speaker speaker;

    LoadResource(Speaker speaker) {
        this.speaker = speaker;
    }

    /// As fast as they are heard: no more than `ahead` of them are on their way.
    @POST
    @Path("/sustained")
    public Told sustained(
            @QueryParam("run") String run,
            @QueryParam("seconds") int seconds,
            @QueryParam("ahead") int ahead,
            @QueryParam("listener") URI listener)
            throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var told = new AtomicInteger();
        try (var heard = new Heard(listener.resolve("/arrivals/" + run + "/count"))) {
            return Writers.run(
                    WRITERS,
                    told,
                    () -> {
                        while (System.nanoTime() < end) {
                            if (told.get() - heard.count() < ahead) {
                                speaker.tell(run, Instant.now(), 1);
                                told.incrementAndGet();
                            } else {
                                Thread.sleep(2);
                            }
                        }
                    });
        }
    }

    /// At a fixed rate, whatever becomes of them.
    @POST
    @Path("/paced")
    public Told paced(
            @QueryParam("run") String run,
            @QueryParam("seconds") int seconds,
            @QueryParam("rate") int rate)
            throws InterruptedException {
        long start = System.nanoTime();
        var began = Instant.now();
        var pace = new Pace(start, rate, (long) rate * seconds, Pace.resting(System::nanoTime));
        var told = new AtomicInteger();
        return Writers.run(
                PACED_WRITERS,
                told,
                () -> {
                    for (long due = pace.await(); due >= 0; due = pace.await()) {
                        speaker.tell(run, began.plusNanos(due - start), 1);
                        told.incrementAndGet();
                    }
                });
    }

    /// As fast as they can be stored.
    @POST
    @Path("/backlog")
    public Told backlog(@QueryParam("run") String run, @QueryParam("facts") int facts)
            throws InterruptedException {
        var left = new AtomicInteger(facts);
        var told = new AtomicInteger();
        return Writers.run(
                2,
                told,
                () -> {
                    for (int more = left.getAndAdd(-BACKLOG_STEP);
                            more > 0;
                            more = left.getAndAdd(-BACKLOG_STEP)) {
                        int step = Math.min(more, BACKLOG_STEP);
                        speaker.tell(run, Instant.now(), step);
                        told.addAndGet(step);
                    }
                });
    }
}
