package io.jikim.audit;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Told;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How many access records a second get their places, one batch after the other.
///
/// No part of the build, and nothing is asserted: `mvn -pl audit-log-service -am test
/// -Dtest=AppendSpeed -Dsurefire.failIfNoSpecifiedTests=false`.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class AppendSpeed {
    private static final int BATCH = 500;
    private static final int BATCHES = 40;

    private final Random random = new Random(7);

    @Inject AppendFacts appendFacts;

    @Test
    void access_records_of_many_people_a_second() {
        for (int people : List.of(100, 10_000)) {
            for (int round = 0; round < 6; round++) {
                System.out.printf(
                        Locale.ROOT,
                        "append: %d people, round %d: %.0f records/s%n",
                        people,
                        round,
                        round(people));
            }
        }
    }

    private double round(int people) {
        long spent = 0;
        for (int i = 0; i < BATCHES; i++) {
            var batch = IntStream.range(0, BATCH).mapToObj(n -> access(n, people)).toList();
            long from = System.nanoTime();
            appendFacts.append(batch);
            spent += System.nanoTime() - from;
        }
        return BATCH * BATCHES / (spent / 1e9);
    }

    private Fact access(int n, int people) {
        var told =
                new Told(
                        UUID.randomUUID(),
                        "speed",
                        "io.jikim.access.recorded.v1",
                        "staff-" + n % 7,
                        Instant.EPOCH,
                        "/test",
                        "1/" + n);
        var deed = new Fact.Deed("staff-" + n % 7, "STAFF", "READ", "people/profile", "TEST");
        var subjects = List.of(new UUID(5, random.nextInt(people)));
        return new Fact.Access(told, deed, subjects, new Fact.Origin("", Map.of()));
    }
}
