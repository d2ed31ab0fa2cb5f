package io.jikim.retention.erasure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Category PROFILE = new Category("profile");
    private static final Category PAYMENTS = new Category("payment-records");
    private final Part shop = Part.pending(new SystemName("shop").participant());

    @Test
    void counts_an_answer_once_that_is_said_again_after_a_sweep_could_not_look() {
        var answer = answer(1, Tally.of(PROFILE, Outcome.ERASED, 7));

        var again =
                shop.answered(answer, Set.of())
                        .failed("unreachable", NOON)
                        .answered(answer, Set.of());

        assertThat(again.done().tallies()).containsExactlyElementsOf(answer.tallies());
    }

    @Test
    void adds_to_earlier_rounds_what_a_later_one_destroyed_however_often_it_is_said() {
        var released = Set.of(PAYMENTS);
        var later = answer(2, Tally.of(PAYMENTS, Outcome.ERASED, 3));

        var twice =
                shop.answered(
                                answer(
                                        1,
                                        Tally.of(PROFILE, Outcome.ERASED, 7),
                                        Tally.of(PAYMENTS, Outcome.HELD, 3)),
                                Set.of())
                        .again()
                        .answered(later, released)
                        .failed("unreachable", NOON)
                        .answered(later, released);

        assertThat(twice.done().tallies())
                .containsExactly(
                        Tally.of(PROFILE, Outcome.ERASED, 7),
                        Tally.of(PAYMENTS, Outcome.ERASED, 3));
    }

    @Test
    void takes_the_newest_word_about_what_stays() {
        var again =
                shop.answered(
                                answer(
                                        1,
                                        Tally.of(PROFILE, Outcome.RETAINED, 4),
                                        Tally.of(PAYMENTS, Outcome.KEPT, 2)),
                                Set.of())
                        .again()
                        .answered(
                                answer(
                                        2,
                                        Tally.of(PROFILE, Outcome.RETAINED, 5),
                                        Tally.of(PAYMENTS, Outcome.KEPT, 2)),
                                Set.of(PAYMENTS));

        assertThat(again.done().tallies())
                .containsExactly(
                        Tally.of(PROFILE, Outcome.RETAINED, 5),
                        Tally.of(PAYMENTS, Outcome.KEPT, 2));
    }

    private static Answer answer(int round, Tally... tallies) {
        return new Answer(round, List.of(tallies), Level.L1, List.of(), List.of(), NOON);
    }
}
