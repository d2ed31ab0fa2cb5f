package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class OrderTest {

    @Inject Desk desk;
    @Inject Outbox outbox;

    private final List<UUID> subjects = List.of(UUID.randomUUID(), UUID.randomUUID());
    private final Map<UUID, Integer> committed = new ConcurrentHashMap<>();

    @Test
    void eight_writers_leave_no_gap_and_no_disorder() throws Exception {
        try (var writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work =
                    IntStream.range(0, 8)
                            .<Future<?>>mapToObj(seed -> writers.submit(() -> write(seed)))
                            .toList();
            for (var each : work) {
                each.get();
            }
        }

        for (var subject : subjects) {
            int told = committed.get(subject);
            var received = Wire.read("jikim.consent", subject.toString(), told);
            assertThat(Wire.sequences(received))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, told).boxed().toList());
        }
    }

    private void write(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            var subject = subjects.get(random.nextInt(subjects.size()));
            boolean rollback = random.nextInt(4) == 0;
            try {
                desk.inTransaction(Desk.TENANT, () -> append(subject, rollback));
                committed.merge(subject, 1, Integer::sum);
            } catch (Regret expected) {
                assertThat(rollback).isTrue();
            }
        }
    }

    private UUID append(UUID subject, boolean rollback) {
        UUID id = outbox.append(Facts.given(subject, "newsletter"));
        if (rollback) {
            throw new Regret();
        }
        return id;
    }

    private static class Regret extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
