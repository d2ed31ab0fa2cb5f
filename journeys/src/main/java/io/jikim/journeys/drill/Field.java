package io.jikim.journeys.drill;

import io.jikim.journeys.Crowd;
import io.jikim.journeys.Crowd.Member;
import io.jikim.journeys.Patience;
import io.jikim.journeys.Scene;
import io.jikim.journeys.StoryBroken;
import io.jikim.journeys.stack.RunningStack;
import io.jikim.journeys.stack.Said;
import io.jikim.journeys.stack.Wire;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Where one fault strikes: the stack, a tenant of its own with members who are about to leave, and
/// chance that can be had again.
///
/// @param chance draws the moment
record Field(RunningStack stack, Scene scene, Crowd crowd, Random chance) {

    static final Duration SOON = Duration.ofSeconds(90);

    /// Ends everybody's membership; asks again until each is accepted, as a client does.
    void terminateAll() {
        for (Member member : crowd.members()) {
            Patience.until("a termination accepted", SOON, () -> isAccepted(member));
        }
    }

    private boolean isAccepted(Member member) {
        try {
            return scene.terminate(member.subject()).status() == 200;
        } catch (StoryBroken _) {
            // nobody answers now
            return false;
        }
    }

    /// SIGKILL at the `count`-th moment of this kind that the service's wire hears while the
    /// memberships end; what it said last is lost with it. Then it is started again.
    void killAt(String service, int count, Predicate<Said> moment) throws Exception {
        strike(trapOf(service, count, moment), service);
    }

    /// As [#killAt], but it stays away until another instance has told something in its place:
    /// started at once, it is sometimes the one that takes the leases up again.
    void killUntil(String service, int count, Predicate<Said> moment, Wire.Trap told)
            throws Exception {
        var trap = trapOf(service, count, moment);
        var leaving = CompletableFuture.runAsync(this::terminateAll);
        require(trap, service + " never came to the moment at which it was to die");
        stack.stop(service);
        require(told, "the other instance of " + service + " had nothing to tell");
        stack.start(service);
        leaving.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private Wire.Trap trapOf(String service, int count, Predicate<Said> moment) {
        return stack.databaseOf(service)
                .at(
                        count,
                        moment,
                        () -> {
                            stack.kill(service);
                            return Wire.Fate.IS_LOST;
                        });
    }

    /// Ends the memberships until the trap has killed the part, and starts that again.
    void strike(Wire.Trap trap, String part) throws Exception {
        var leaving = CompletableFuture.runAsync(this::terminateAll);
        require(trap, part + " never came to the moment at which it was to die");
        stack.startKilled(part);
        leaving.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    /// @throws StoryBroken where the moment did not come: a fault that did not strike proves
    ///   nothing
    static void require(Wire.Trap trap, String otherwise) throws InterruptedException {
        if (!trap.sprungWithin(SOON)) {
            trap.remove();
            throw new StoryBroken(otherwise);
        }
    }
}
