package io.jikim.audit;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.port.Chains;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Numbering;
import io.jikim.audit.domain.Person;
import io.jikim.audit.domain.Place;
import io.jikim.audit.domain.Places;
import io.jikim.audit.domain.Secret;
import io.jikim.audit.domain.Told;
import io.jikim.testkit.stack.Stack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How many access records a second get their places, one batch after the other, and how much of
/// that time their numbers take: the same is done to the chains once more between the batches.
///
/// No part of the build, and nothing is asserted: `mvn -pl audit-log-service -am test
/// -Dtest=AppendSpeed -Dsurefire.failIfNoSpecifiedTests=false`.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class AppendSpeed {
    private static final int BATCH = 500;
    private static final int BATCHES = 30;
    private static final Secret SECRET = Secret.of(new byte[Secret.LENGTH]);

    private final Random random = new Random(7);

    @Inject AppendFacts appendFacts;
    @Inject Chains chains;

    @Test
    void access_records_of_many_people_a_second() {
        for (int people : List.of(100, 10_000)) {
            for (int round = 0; round < 5; round++) {
                round(people);
            }
        }
    }

    private void round(int people) {
        long appending = 0;
        long numbering = 0;
        for (int i = 0; i < BATCHES; i++) {
            var batch =
                    IntStream.range(0, BATCH).mapToObj(n -> access("speed", n, people)).toList();
            long from = System.nanoTime();
            appendFacts.append(batch);
            appending += System.nanoTime() - from;
            var again =
                    IntStream.range(0, BATCH).mapToObj(n -> access("alone", n, people)).toList();
            numbering += QuarkusTransaction.requiringNew().call(() -> number(again));
        }
        System.out.printf(
                Locale.ROOT,
                "append: %d people, %.0f records/s, %.1f %% of it for numbers%n",
                people,
                BATCH * BATCHES / (appending / 1e9),
                100.0 * numbering / appending);
    }

    /// Without the commit, which is paid for anyway.
    private long number(List<Fact> facts) {
        long from = System.nanoTime();
        var persons = new LinkedHashSet<Person>();
        facts.forEach(fact -> persons.addAll(Numbering.persons(fact)));
        var numbering = new Numbering(chains.ends(persons));
        long index = System.nanoTime();
        for (var fact : facts) {
            var places = numbering.next(fact, index);
            Places.of(places, SECRET).root();
            numbering.stands("alone", places, index++, leaf(places));
        }
        chains.move(numbering.moved());
        return System.nanoTime() - from;
    }

    private static Hash leaf(List<Place> places) {
        return places.getFirst().number() == 1 ? Hash.of(bytes()) : places.getFirst().previous();
    }

    private static byte[] bytes() {
        var bytes = new byte[Hash.LENGTH];
        bytes[0] = 1;
        return bytes;
    }

    private Fact access(String tenant, int n, int people) {
        var told =
                new Told(
                        UUID.randomUUID(),
                        tenant,
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
