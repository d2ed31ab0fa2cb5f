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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Streams of which more than one stretch was lost on the way; what arrives is told out of the
/// history of their speaker, which here is their reader too.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class SeveralGapsTest {

    @Inject Desk desk;
    @Inject Hops hops;
    @Inject Leases leases;
    @Inject History history;
    @Inject Patience patience;

    private final UUID subject = UUID.randomUUID();

    @Test
    void a_gap_behind_another_is_asked_for_too() {
        lose(subject, 5);

        arrive(subject, 1, 3, 5);

        awaitEffects(subject, 5);
        assertThat(left(subject)).isEmpty();
    }

    /// Each subject loses others of its events, the last one never.
    @Test
    void whichever_events_are_lost_all_come_in_their_order_as_soon_as_the_last_one_does() {
        Map<Integer, UUID> subjects = new HashMap<>();
        for (int seed = 1; seed <= 12; seed++) {
            var random = new Random(seed);
            var of = UUID.randomUUID();
            subjects.put(seed, of);
            lose(of, 9);
            List<Integer> arriving = new ArrayList<>();
            IntStream.range(1, 9).filter(_ -> random.nextInt(3) == 0).forEach(arriving::add);
            arriving.add(9);
            arrive(of, arriving.stream().mapToInt(it -> it).toArray());
        }

        subjects.forEach((seed, of) -> {
            awaitEffects(of, 9);
            assertThat(left(of)).as("seed %d", seed).isEmpty();
        });
    }

    @Test
    void a_gap_behind_poison_is_asked_for_once_the_poison_has_worked() {
        lose(subject, 4);
        hops.failFor(subject);
        arrive(subject, 1, 2, 4);
        awaitLeft("1 POISON", "2 BEHIND", "4 BEHIND");

        hops.workFor(subject);
        act("/v1/ops/parked-subjects/" + subject + "/retry", "{}", "ann");

        awaitEffects(subject, 4);
        assertThat(left(subject)).isEmpty();
    }

    @Test
    void a_gap_behind_poison_is_asked_for_once_the_poison_is_given_up() {
        lose(subject, 4);
        hops.failFor(subject);
        arrive(subject, 1, 2, 4);
        awaitLeft("1 POISON", "2 BEHIND", "4 BEHIND");

        hops.workFor(subject);
        String parked =
                desk.look(
                                "select id from parked where consumer = 'hops' and sequence = 1"
                                        + " and subject = ?",
                                subject.toString())
                        .getFirst();
        for (String person : List.of("ann", "bob")) {
            act("/v1/ops/parked/" + parked + "/skip", "{\"reason\":\"CANNOT_BE_READ\"}", person);
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(desk.effects("hops", subject))
                                .containsExactly("p2", "p3", "p4"));
        assertThat(left(subject)).isEmpty();
    }

    /// The first arrives, the second does not; of the next epoch the first and third do.
    @Test
    void a_gap_in_the_next_epoch_is_asked_for_after_that_at_the_end_of_the_last() {
        lose(subject, 5);
        desk.change(
                """
                update event_log set epoch = epoch + 1, sequence = sequence - 2,
                    after_epoch = case when sequence = 3 then epoch end,
                    after_sequence = case when sequence = 3 then 2 end
                where subject = '%s' and sequence > 2
                """
                        .formatted(subject));

        int epoch = epoch(subject);
        arrive(subject, epoch, List.of(1));
        arrive(subject, epoch + 1, List.of(1, 3));

        awaitEffects(subject, 5);
        assertThat(left(subject)).isEmpty();
    }

    @Test
    void a_second_gap_that_its_speaker_does_not_have_any_more_waits_for_a_person() {
        lose(subject, 5);
        desk.change(
                "delete from event_log where sequence = 4 and subject = '%s'".formatted(subject));

        arrive(subject, 1, 3, 5);

        awaitLeft("5 GAP_UNRECOVERABLE");
        assertThat(desk.effects("hops", subject)).containsExactly("p1", "p2", "p3");
    }

    private void lose(UUID of, int events) {
        desk.lose(
                of,
                leases,
                IntStream.rangeClosed(1, events).mapToObj(n -> "p" + n).toArray(String[]::new));
    }

    private void arrive(UUID of, int... numbers) {
        arrive(of, epoch(of), IntStream.of(numbers).boxed().toList());
    }

    // Others have opened epochs here.
    private int epoch(UUID of) {
        return Integer.parseInt(
                desk.look("select min(epoch) from event_log where subject = ?", of.toString())
                        .getFirst());
    }

    private void arrive(UUID of, int epoch, List<Integer> numbers) {
        var stream = new Stream("ompass", of.toString(), "jikim.consent", "/consent-service");
        for (int n : numbers) {
            patience.untilDone(() -> history.tellAgain(stream, epoch, n, n));
        }
    }

    private void awaitEffects(UUID of, int events) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(desk.effects("hops", of))
                                .containsExactlyElementsOf(
                                        IntStream.rangeClosed(1, events)
                                                .mapToObj(n -> "p" + n)
                                                .toList()));
    }

    private void awaitLeft(String... events) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(left(subject)).containsExactly(events));
    }

    private List<String> left(UUID of) {
        return desk.look(
                "select sequence || ' ' || reason from parked where consumer = 'hops'"
                        + " and subject = ? and state = 'PARKED' order by epoch, sequence",
                of.toString());
    }

    private static void act(String path, String body, String person) {
        given().auth()
                .oauth2(
                        TestTokens.valid()
                                .withSubject(person)
                                .withRoles("PLATFORM_OPERATOR")
                                .token())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
