package io.jikim.platform.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// As `HistoriesTest`, fewer, with PostgreSQL, Kafka and the threads that mend by themselves.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class MendedHistoriesTest {

    private static final int HISTORIES = 5;
    private static final int STEPS = 14;

    @Inject Desk desk;
    @Inject Hops hops;
    @Inject Leases leases;

    private final List<String> told = new ArrayList<>();
    private UUID subject = UUID.randomUUID();

    @Test
    void whatever_is_lost_told_twice_or_fails_for_a_while_each_effect_is_there_once_in_its_order() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            subject = UUID.randomUUID();
            told.clear();
            live(new Random(seed));
            hops.workFor(subject);
            int history = seed;
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        mend();
                        assertThat(desk.effects("hops", subject))
                                .as("seed %d", history)
                                .containsExactlyElementsOf(told);
                    });
            assertThat(left()).as("seed %d", seed).isEmpty();
        }
    }

    private void live(Random random) {
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> desk.tell(Facts.given(subject, next()));
                case 4 -> desk.lose(subject, leases, next());
                case 5 -> hops.failFor(subject);
                case 6 -> hops.workFor(subject);
                default -> post("/v1/ops/replays", "{\"subject\":\"%s\"}".formatted(subject));
            }
        }
    }

    private String next() {
        told.add("p" + (told.size() + 1));
        return told.getLast();
    }

    private void mend() {
        if (!left().isEmpty()) {
            post("/v1/ops/parked-subjects/" + subject + "/retry", "{}");
        }
        post("/v1/ops/reconciliations", "{}");
    }

    private List<String> left() {
        return desk.look(
                "select sequence from parked where subject = ? and state = 'PARKED'",
                subject.toString());
    }

    private static void post(String path, String body) {
        given().auth()
                .oauth2(TestTokens.valid().withRoles("PLATFORM_OPERATOR").token())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
