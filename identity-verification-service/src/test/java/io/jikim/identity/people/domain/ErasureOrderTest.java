package io.jikim.identity.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErasureOrderTest {

    private static final HeldItem EMAIL = new HeldItem(ItemCode.EMAIL, "profile", KeyClass.PROFILE);
    private static final HeldItem COOKIES =
            new HeldItem(new ItemCode("cookies"), "cookies", KeyClass.own(new ItemCode("cookies")));

    /// The 25th has begun in Korea.
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T15:00:00Z");

    private static final List<HeldItem> HELD = List.of(EMAIL, COOKIES);

    @Test
    void a_membership_takes_everything_also_what_no_order_names() {
        var plan = membership(1, order("profile", Fate.ERASE)).planFor(HELD, MIDNIGHT);

        assertThat(plan.everything()).isTrue();
        assertThat(plan.erase()).containsOnly(EMAIL.code(), COOKIES.code());
        assertThat(plan.keysCover(HELD)).isTrue();
        assertThat(plan.outcomes())
                .containsExactly(
                        Outcome.of("cookies", Fate.ERASE, 1), Outcome.of("profile", Fate.ERASE, 1));
    }

    @Test
    void a_hold_keeps_what_it_names_and_the_key_that_seals_it() {
        var plan =
                membership(1, order("profile", Fate.HOLD), order("cookies", Fate.ERASE))
                        .planFor(HELD, MIDNIGHT);

        assertThat(plan.everything()).isFalse();
        assertThat(plan.erase()).containsOnly(COOKIES.code());
        assertThat(plan.doomedKeys()).containsOnly(COOKIES.keyClass());
        assertThat(plan.keysCover(HELD)).isTrue();
    }

    @Test
    void the_shared_key_outlives_an_item_while_others_need_it() {
        var phone = new HeldItem(new ItemCode("phone-number"), "contact", KeyClass.PROFILE);
        var held = List.of(EMAIL, phone);
        var plan =
                membership(1, order("profile", Fate.HOLD), order("contact", Fate.ERASE))
                        .planFor(held, MIDNIGHT);

        assertThat(plan.doomedKeys()).isEmpty();
        assertThat(plan.keysCover(held)).isFalse();
    }

    @Test
    void a_later_round_touches_only_what_it_names() {
        var plan = membership(2, order("cookies", Fate.ERASE)).planFor(HELD, MIDNIGHT);

        assertThat(plan.erase()).containsOnly(COOKIES.code());
        assertThat(plan.everything()).isFalse();
    }

    @Test
    void
            what_a_law_keeps_leaves_for_the_archive_and_ends_with_its_period_in_the_calendar_of_korea() {
        var law = new Law("E-Commerce Act Art. 6", Optional.of(Period.ofYears(5)));
        var plan =
                membership(
                                1,
                                new CategoryOrder(
                                        "profile", Set.of(), Fate.ARCHIVE, Optional.of(law)),
                                order("cookies", Fate.ERASE))
                        .planFor(HELD, MIDNIGHT);

        assertThat(plan.archive()).containsOnly(EMAIL);
        assertThat(plan.everything()).isTrue();
        assertThat(plan.outcomes())
                .contains(
                        new Outcome(
                                "profile",
                                Fate.ARCHIVE,
                                1,
                                Optional.of("E-Commerce Act Art. 6"),
                                Optional.of(LocalDate.of(2031, 11, 25))));
    }

    @Test
    void a_purpose_takes_exactly_its_items() {
        var order =
                new ErasureOrder(
                        1,
                        Scope.PURPOSE,
                        List.of(
                                new CategoryOrder(
                                        "cookies",
                                        Set.of(COOKIES.code()),
                                        Fate.ERASE,
                                        Optional.empty()),
                                order("profile", Fate.KEEP)));
        var plan = order.planFor(HELD, MIDNIGHT);

        assertThat(plan.erase()).containsOnly(COOKIES.code());
        assertThat(plan.doomedKeys()).containsOnly(COOKIES.keyClass());
        assertThat(plan.everything()).isFalse();
    }

    @Test
    void a_purpose_never_takes_the_person_even_where_nothing_is_left() {
        var plan =
                new ErasureOrder(1, Scope.PURPOSE, List.of(order("cookies", Fate.ERASE)))
                        .planFor(List.of(COOKIES), MIDNIGHT);

        assertThat(plan.everything()).isFalse();
    }

    @Test
    void somebody_of_whom_nothing_is_held_goes_as_a_whole() {
        assertThat(membership(1).planFor(List.of(), MIDNIGHT).everything()).isTrue();
    }

    private static ErasureOrder membership(int round, CategoryOrder... orders) {
        return new ErasureOrder(round, Scope.MEMBERSHIP, List.of(orders));
    }

    private static CategoryOrder order(String category, Fate fate) {
        return new CategoryOrder(category, Set.of(), fate, Optional.empty());
    }
}
