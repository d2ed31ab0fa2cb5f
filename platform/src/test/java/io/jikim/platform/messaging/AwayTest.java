package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class AwayTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static final String READY = "jikim_health{check=\"messaging\",kind=\"ready\"}";
    private static final String BROKER = "jikim_health{check=\"broker\",kind=\"well\"}";
    private static final String LAG = "jikim_consumer_lag{group=\"hops\",topic=\"jikim.consent\"}";

    @Inject Desk desk;
    @Inject Inbox inbox;

    private final LocalStack stack = LocalStack.shared();
    private final UUID subject = UUID.randomUUID();

    @Test
    void while_the_broker_is_away_facts_are_taken_and_told_later_in_their_order() {
        desk.tell(Facts.given(subject, "p1"));
        await().atMost(SOON).until(() -> !desk.effects("hops", subject).isEmpty());

        stack.stop("kafka");
        try {
            IntStream.rangeClosed(2, 20).forEach(n -> desk.tell(Facts.given(subject, "p" + n)));

            RestAssured.get("/q/health/ready").then().statusCode(200);
            assertThat(status("broker")).isEqualTo("DOWN");
            assertThat(desk.published(subject)).hasSize(1);
        } finally {
            stack.start("kafka");
        }

        List<String> all = IntStream.rangeClosed(1, 20).mapToObj(n -> "p" + n).toList();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(desk.effects("hops", subject)).containsExactlyElementsOf(all));
        // a reader may be done before the relay has struck out what it sent
        await().atMost(SOON).until(() -> desk.waiting(subject).isEmpty());
    }

    @Test
    void while_the_database_is_away_an_event_is_held_and_has_its_effect_after() {
        inbox.receive("away", Wire.poll(Wire.given(subject, 1)), fact -> desk.effect("away", fact));

        stack.stop("postgres");
        CompletableFuture<Void> received;
        try {
            received =
                    CompletableFuture.runAsync(() ->
                            inbox.receive(
                                    "away",
                                    Wire.poll(Wire.given(subject, 2)),
                                    fact -> desk.effect("away", fact)));
            RestAssured.get("/q/health/ready").then().statusCode(503);
            await().atMost(SOON).until(() -> status("inbox").equals("DOWN"));
            assertThat(received).isNotDone();
        } finally {
            stack.start("postgres");
        }

        await().atMost(SOON).until(received::isDone);
        assertThat(received).isCompleted();
        // others wait for the database too, each until its own next try
        await().atMost(SOON).until(() -> status("inbox").equals("UP"));
        assertThat(desk.effects("away", subject)).containsExactly("p1", "p2");
        assertThat(desk.parked("away", subject)).isEmpty();
    }

    @Test
    void while_the_database_is_away_nothing_is_said_of_what_waits() {
        await().atMost(SOON).until(() -> !Double.isNaN(value("jikim_parked")));

        stack.stop("postgres");
        try {
            await().atMost(SOON)
                    .until(() ->
                            Double.isNaN(value("jikim_parked"))
                                    && Double.isNaN(value("jikim_outbox_oldest_seconds"))
                                    && Double.isNaN(value("jikim_replays_open"))
                                    && value("jikim_database_looked_ago_seconds") > 1
                                    && value(READY) == 0);
        } finally {
            stack.start("postgres");
        }

        await().atMost(SOON).until(() -> !Double.isNaN(value("jikim_parked")) && value(READY) == 1);
    }

    @Test
    void while_the_broker_is_away_nothing_is_said_of_what_its_readers_have_not_taken() {
        desk.tell(Facts.given(subject, "p1"));
        await().atMost(SOON).until(() -> !Double.isNaN(value(LAG)));

        stack.stop("kafka");
        try {
            await().atMost(SOON).until(() -> Double.isNaN(value(LAG)) && value(BROKER) == 0);
        } finally {
            stack.start("kafka");
        }

        await().atMost(SOON).until(() -> !Double.isNaN(value(LAG)) && value(BROKER) == 1);
    }

    /// NaN too where there is no such line.
    private static double value(String metric) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length())))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String status(String check) {
        return RestAssured.get("/q/health/well")
                .jsonPath()
                .getString("checks.find { it.name == '" + check + "' }.status");
    }
}
