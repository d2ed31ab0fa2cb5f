package io.jikim.journeys.drill;

import io.jikim.journeys.Crowd;
import io.jikim.journeys.RunningStack;
import io.jikim.journeys.Scene;
import io.jikim.journeys.StoryBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Predicate;

/// Where one fault strikes: the ground, a tenant of its own with members who are about to leave,
/// and chance that can be had again.
final class Field {

    static final Duration SOON = Duration.ofSeconds(60);

    final Ground ground;
    final Scene scene;
    final Crowd crowd;
    final Random chance;

    Field(Ground ground, Scene scene, Crowd crowd, Random chance) {
        this.ground = ground;
        this.scene = scene;
        this.crowd = crowd;
        this.chance = chance;
    }

    RunningStack stack() {
        return ground.stack();
    }

    /// Ends everybody's membership; asks again until each is accepted, as a client does.
    void terminateAll() {
        crowd.terminateAll(scene);
    }

    /// SIGKILL at the moment that the service's wire hears; what it said last is lost with it. It is
    /// started again at once.
    void killAt(String service, int count, Predicate<Said> moment) throws Exception {
        var trap =
                ground.databaseOf(service)
                        .at(
                                count,
                                moment,
                                () -> {
                                    stack().kill(service);
                                    return Wire.Fate.IS_LOST;
                                });
        terminateAll();
        require(trap, service + " never came to the moment at which it was to die");
        startKilled(service);
    }

    void startKilled(String part) {
        try {
            stack().startKilled(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws StoryBroken where the moment did not come: a fault that did not strike proves nothing
    static void require(Wire.Trap trap, String otherwise) throws InterruptedException {
        if (!trap.sprungWithin(SOON)) {
            throw new StoryBroken(otherwise);
        }
    }
}
