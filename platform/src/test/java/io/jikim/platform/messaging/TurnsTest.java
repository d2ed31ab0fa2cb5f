package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    @AfterEach
    void stop() throws InterruptedException {
        turns.stop();
    }

    @Test
    void an_error_in_one_turn_does_not_end_the_turns() throws InterruptedException {
        var third = new CountDownLatch(3);
        turns.start(
                "breaking",
                () -> {
                    third.countDown();
                    throw new StackOverflowError();
                });

        assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(turns.allAlive()).isTrue();
    }

    @Test
    void says_when_a_thread_has_ended() {
        turns.start("going on", () -> Thread.sleep(10));
        turns.start(
                "ending",
                () -> {
                    throw new InterruptedException();
                });

        await().atMost(Duration.ofSeconds(20)).until(() -> !turns.allAlive());
    }
}
