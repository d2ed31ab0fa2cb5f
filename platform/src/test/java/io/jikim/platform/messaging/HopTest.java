package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class HopTest {

    private static final Logger LOG = Logger.getLogger(HopTest.class);

    @Inject Desk desk;
    @Inject Hops hops;
    @Inject Outbox outbox;

    /// From before the commit here to after the commit there. The bound is wide because the machine
    /// is shared; the figure is in the log.
    @Test
    void a_hop_is_short() {
        IntStream.range(0, 100).forEach(_ -> hop());
        List<Long> micros = IntStream.range(0, 200).mapToObj(_ -> hop()).sorted().toList();

        LOG.infof("A hop: p50 %d us, p99 %d us", micros.get(100), micros.get(197));
        assertThat(Duration.ofNanos(micros.get(100) * 1_000)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void a_backlog_is_drained_in_batches() {
        var subjects = IntStream.range(0, 2_000).mapToObj(_ -> UUID.randomUUID()).toList();
        desk.inTransaction(
                Desk.TENANT,
                () -> {
                    subjects.forEach(subject -> outbox.append(Facts.given(subject, "backlog")));
                    return null;
                });
        long start = System.nanoTime();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> desk.waiting(subjects.getLast()).isEmpty());
        LOG.infof("2,000 events published in %d ms", (System.nanoTime() - start) / 1_000_000);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> backlogEffects() == 2_000);
        LOG.infof("and in effect after %d ms", (System.nanoTime() - start) / 1_000_000);
    }

    private int backlogEffects() {
        return desk.look("select 1 from effect where consumer = 'hops' and purpose = 'backlog'")
                .size();
    }

    private long hop() {
        var fact = Facts.given(UUID.randomUUID(), "hop");
        long start = System.nanoTime();
        desk.tell(fact);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> hops.seenAt(fact.consentId()).isPresent());
        return (hops.seenAt(fact.consentId()).orElseThrow() - start) / 1_000;
    }
}
