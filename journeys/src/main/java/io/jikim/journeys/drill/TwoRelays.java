package io.jikim.journeys.drill;

import io.jikim.journeys.StoryBroken;
import io.jikim.journeys.stack.Said;
import io.jikim.journeys.stack.Wire;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// A relay is held up between sending and striking out for longer than its lease; a second instance
/// takes over and sends the same again. What the first does then counts no more.
final class TwoRelays {

    private static final String SERVICE = "consent-service";
    private static final Duration LEASE_AND_MORE = Duration.ofSeconds(60);

    private TwoRelays() {}

    static void meet(Field field) throws Exception {
        var wire = field.stack().databaseOf(SERVICE);
        var resume = new CountDownLatch(1);
        var answer = new CompletableFuture<String>();
        var heldUp = new AtomicLong(-1);
        var renewals = wire.listen(said -> holdUpRenewal(said, resume));
        var held =
                wire.at(
                        1,
                        said -> {
                            boolean due = Hears.strikingOut().test(said);
                            if (due) {
                                heldUp.set(said.connection());
                            }
                            return due;
                        },
                        () -> {
                            await(resume);
                            return Wire.Fate.PASSES;
                        });
        var answers =
                wire.listen(said -> {
                    if (said instanceof Said.Completed(var connection, var tag)
                            && connection == heldUp.get()
                            && tag.startsWith("INSERT")) {
                        answer.complete(tag);
                    }
                });
        field.terminateAll();
        try (var second = SecondInstance.of(field.stack(), SERVICE)) {
            second.database()
                    .at(
                            1,
                            Hears.strikingOut(),
                            () -> {
                                // the first one wakes up before the second has struck anything out
                                resume.countDown();
                                late(answer);
                                return Wire.Fate.PASSES;
                            });
            second.start();
            var tag = answer.get(LEASE_AND_MORE.toSeconds(), TimeUnit.SECONDS);
            if (!tag.equals("INSERT 0 0")) {
                throw new StoryBroken("The relay whose lease had run out still struck out: " + tag);
            }
        } finally {
            resume.countDown();
            held.remove();
            answers.remove();
            renewals.remove();
        }
    }

    private static void holdUpRenewal(Said said, CountDownLatch resume) {
        if (said instanceof Said.Statement(_, var sql, _)
                && sql.contains("update outbox_lease set until")) {
            await(resume);
        }
    }

    private static void late(CompletableFuture<String> answer) {
        try {
            answer.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException _) {
            // judged by the one who waits for the same answer
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LEASE_AND_MORE.toSeconds(), TimeUnit.SECONDS)) {
                throw new StoryBroken("The second relay did not take over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
