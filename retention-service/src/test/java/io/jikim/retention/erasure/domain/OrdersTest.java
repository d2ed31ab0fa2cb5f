package io.jikim.retention.erasure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a participant says is compared with what it was ordered.
class OrdersTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);
    private static final String LAW = "Act Art. 6";
    private static final Category PROFILE = new Category("profile");
    private static final Category PAYMENTS = new Category("payment-records");
    private static final Category LOGINS = new Category("login-logs");
    private static final Category MARKETING = new Category("marketing");
    private static final Category UNHEARD = new Category("unheard-of");
    private static final List<Category> ALL =
            List.of(PROFILE, PAYMENTS, LOGINS, MARKETING, UNHEARD);
    private static final ParticipantName SERVICE = new ParticipantName("newsletter");

    @Test
    void an_order_to_erase_is_answered_by_what_is_gone_or_by_nothing() {
        assertThat(objection(tally(PROFILE, Outcome.ERASED))).isNull();
        assertThat(objection(tally(PROFILE, Outcome.ANONYMISED))).isNull();
        assertThat(objection(Tally.of(PROFILE, Outcome.KEPT, 0))).isNull();
        assertThat(objection(tally(PROFILE, Outcome.KEPT))).isEqualTo(Objection.NO_PURPOSE);
        assertThat(objection(tally(PROFILE, Outcome.HELD))).isEqualTo(Objection.NO_HOLD);
        assertThat(objection(lawful(PROFILE, Outcome.ARCHIVED, LATER))).isEqualTo(Objection.NO_LAW);
    }

    @Test
    void what_a_law_keeps_is_archived_under_that_law_or_its_period_is_over() {
        assertThat(objection(lawful(PAYMENTS, Outcome.ARCHIVED, LATER))).isNull();
        assertThat(objection(new Tally(PAYMENTS, Outcome.ARCHIVED, 3, LAW, LATER)))
                .isEqualTo(Objection.NOT_DEPOSITED);
        assertThat(objection(new Tally(PAYMENTS, Outcome.ARCHIVED, 2, "Act Art. 7", LATER)))
                .isEqualTo(Objection.NO_BASIS);
        assertThat(objection(tally(PAYMENTS, Outcome.ARCHIVED))).isEqualTo(Objection.NO_BASIS);
        assertThat(objection(lawful(PAYMENTS, Outcome.ARCHIVED, null))).isEqualTo(Objection.NO_END);
        assertThat(objection(tally(PAYMENTS, Outcome.ERASED)))
                .isEqualTo(Objection.DESTROYED_BEFORE_ITS_END);
        assertThat(objection(lawful(PAYMENTS, Outcome.ERASED, TODAY)))
                .isEqualTo(Objection.DESTROYED_BEFORE_ITS_END);
        assertThat(objection(lawful(PAYMENTS, Outcome.ERASED, TODAY.minusDays(1)))).isNull();
    }

    @Test
    void what_the_archive_refused_because_its_period_is_over_counts_as_erased() {
        var judged = judge(SERVICE, lawful(PAYMENTS, Outcome.ARCHIVED, TODAY.minusDays(1)));

        assertThat(judged.accepted().tallies())
                .containsExactly(lawful(PAYMENTS, Outcome.ERASED, TODAY.minusDays(1)));
    }

    @Test
    void what_is_held_stays() {
        assertThat(objection(tally(LOGINS, Outcome.HELD))).isNull();
        assertThat(objection(tally(LOGINS, Outcome.ERASED)))
                .isEqualTo(Objection.DESTROYED_UNDER_HOLD);
        assertThat(objection(lawful(LOGINS, Outcome.ARCHIVED, LATER)))
                .isEqualTo(Objection.DESTROYED_UNDER_HOLD);
        assertThat(objection(tally(LOGINS, Outcome.KEPT))).isEqualTo(Objection.NO_PURPOSE);
    }

    @Test
    void what_a_purpose_needs_stays() {
        assertThat(objection(tally(MARKETING, Outcome.KEPT))).isNull();
        assertThat(objection(tally(MARKETING, Outcome.ERASED)))
                .isEqualTo(Objection.DESTROYED_WHILE_NEEDED);
    }

    @Test
    void what_is_retained_has_a_law_and_an_end() {
        assertThat(objection(lawful(PROFILE, Outcome.RETAINED, LATER))).isNull();
        assertThat(objection(tally(PROFILE, Outcome.RETAINED))).isEqualTo(Objection.NO_BASIS);
        assertThat(objection(lawful(PROFILE, Outcome.RETAINED, null))).isEqualTo(Objection.NO_END);
        assertThat(objection(lawful(PROFILE, Outcome.RETAINED, LocalDate.MAX)))
                .isEqualTo(Objection.NO_END);
        assertThat(objection(lawful(PROFILE, Outcome.RETAINED, TODAY.minusDays(1))))
                .isEqualTo(Objection.PERIOD_OVER);
    }

    @Test
    void nobody_speaks_of_what_it_did_not_register_or_was_not_ordered() {
        assertThat(objection(tally(UNHEARD, Outcome.ERASED))).isEqualTo(Objection.NOT_ORDERED);
        assertThat(judge(SERVICE, Set.of(PAYMENTS), tally(PROFILE, Outcome.ERASED)).contested())
                .extracting(Contest::objection)
                .containsExactly(Objection.NOT_REGISTERED);
    }

    @Test
    void our_own_services_keep_records_of_their_own() {
        var audit = new ParticipantName("audit-log-service");
        var accesses = new Category("access-records");

        assertThat(judge(audit, null, lawful(accesses, Outcome.RETAINED, LATER)).isAccepted())
                .isTrue();
        assertThat(judge(audit, null, lawful(accesses, Outcome.RETAINED, null)).isAccepted())
                .isFalse();
        assertThat(
                        judge(
                                        new ParticipantName("identity-provider"),
                                        null,
                                        tally(new Category("login-account"), Outcome.ERASED))
                                .isAccepted())
                .isTrue();
    }

    @Test
    void a_level_that_nobody_knows_is_contested_and_proves_nothing() {
        var judged =
                orders(SERVICE, Set.copyOf(ALL))
                        .judge(
                                new Answer(
                                        1,
                                        List.of(tally(PROFILE, Outcome.ERASED)),
                                        null,
                                        List.of(),
                                        List.of(),
                                        NOON));

        assertThat(judged.contested())
                .extracting(Contest::objection)
                .containsExactly(Objection.UNKNOWN_LEVEL);
        assertThat(judged.accepted().level()).isEqualTo(Level.L0);
    }

    @Test
    void silence_mends_no_contested_line_and_other_lines_need_not_be_said_again() {
        var first = part(SERVICE, tally(PROFILE, Outcome.ERASED), tally(PAYMENTS, Outcome.ERASED));
        assertThat(first.isSettled()).isFalse();

        var silent = again(first);
        assertThat(silent.contested())
                .extracting(Contest::objection)
                .containsExactly(Objection.UNANSWERED);

        var mended = again(silent, Tally.of(PAYMENTS, Outcome.ARCHIVED, 0));
        assertThat(mended.isSettled()).isTrue();
        assertThat(mended.done().tallies()).contains(tally(PROFILE, Outcome.ERASED));
        assertThat(mended.against())
                .extracting(Contest::objection)
                .containsExactly(Objection.DESTROYED_BEFORE_ITS_END);
    }

    static IntStream seeds() {
        return IntStream.range(0, 2_000);
    }

    /// The oracle knows the orders by a table of its own.
    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_contested_is_ever_counted_as_complete(int seed) {
        var random = new Random(seed);
        var plan = randomPlan(random);
        var registered = Set.copyOf(ALL.subList(0, random.nextInt(ALL.size() + 1)));
        var parts = Parts.pending(List.of(SERVICE));
        var ordered = new Erasure.Ordered(opening(), parts, Course.of(plan, 0).first(plan, NOON));
        var known = new Known(Set.of(), registered, Map.of(), TODAY);

        for (var tries = 0; tries < 4 && !ordered.parts().isSettled(); tries++) {
            var answer = randomAnswer(random);
            var taking = (Taking.Taken) ordered.take(SERVICE, answer, known);
            ordered = taking.erasure();
            var fits = answer.level() != null;
            for (var tally : answer.tallies()) {
                fits &= fits(tally, plan, registered);
            }
            if (!fits) {
                assertThat(taking.contested()).isNotEmpty();
                assertThat(ordered.parts().isSettled()).isFalse();
                assertThat(ordered.parts().level()).isEqualTo(Level.L0);
                var contested = ordered;
                assertThatThrownBy(() -> contested.verify(new Verification(NOON, List.of())))
                        .isInstanceOf(IllegalStateException.class);
            }
            assertThat(ordered.parts().all().getFirst().done().tallies())
                    .allMatch(tally -> fits(tally, plan, registered));
        }
        if (ordered.parts().isSettled()) {
            var against = ordered.parts().all().getFirst().against();
            var certified =
                    ordered.verify(new Verification(NOON, List.of()))
                            .inform(new Notice.NoAddress(NOON))
                            .certify();
            var complete = new Certificate(certified, null, null, NOON).isComplete();
            assertThat(complete).isEqualTo(against.isEmpty() && certified.held().isEmpty());
        }
    }

    private static boolean fits(Tally tally, Plan plan, Set<Category> registered) {
        if (tally.count() == 0) {
            return true;
        }
        var line =
                plan.lines().stream()
                        .filter(each -> each.category().equals(tally.category()))
                        .findFirst();
        if (line.isEmpty() || !registered.contains(tally.category())) {
            return false;
        }
        var lawful =
                LAW.equals(tally.basis())
                        && tally.until() != null
                        && !tally.until().isBefore(TODAY);
        var over = tally.until() != null && tally.until().isBefore(TODAY);
        return switch (line.get().disposition()) {
            case Disposition.Erase _ ->
                    EnumSet.of(Outcome.ERASED, Outcome.ANONYMISED).contains(tally.outcome())
                            || tally.outcome() == Outcome.RETAINED && lawful;
            case Disposition.Archive _ ->
                    EnumSet.of(Outcome.ERASED, Outcome.ANONYMISED, Outcome.ARCHIVED)
                                            .contains(tally.outcome())
                                    && over
                            || tally.outcome() == Outcome.RETAINED && lawful;
            case Disposition.Held _ -> tally.outcome() == Outcome.HELD;
            case Disposition.Keep _ -> tally.outcome() == Outcome.KEPT;
        };
    }

    private static Plan randomPlan(Random random) {
        var lines = new ArrayList<PlanLine>();
        for (var category : ALL) {
            switch (random.nextInt(5)) {
                case 0 -> lines.add(PlanLine.whole(category, new Disposition.Erase()));
                case 1 -> lines.add(PlanLine.whole(category, archive()));
                case 2 -> lines.add(PlanLine.whole(category, held()));
                case 3 -> lines.add(PlanLine.whole(category, kept()));
                default -> {}
            }
        }
        return new Plan(1, "d", lines);
    }

    private static Answer randomAnswer(Random random) {
        var tallies = new ArrayList<Tally>();
        for (var i = random.nextInt(3); i > 0; i--) {
            var basis = random.nextInt(3);
            tallies.add(
                    new Tally(
                            ALL.get(random.nextInt(ALL.size())),
                            Outcome.values()[random.nextInt(Outcome.values().length)],
                            random.nextInt(3),
                            basis == 0 ? null : LAW,
                            switch (random.nextInt(3)) {
                                case 0 -> null;
                                case 1 -> LATER;
                                default -> TODAY.minusDays(1);
                            }));
        }
        var level = random.nextInt(8) == 0 ? null : Level.L1;
        return new Answer(1, tallies, level, List.of(), List.of(), NOON);
    }

    private static @Nullable Objection objection(Tally tally) {
        var contested = judge(SERVICE, tally).contested();
        return contested.isEmpty() ? null : contested.getFirst().objection();
    }

    private static Judgement judge(ParticipantName who, Tally tally) {
        return judge(who, Set.copyOf(ALL), tally);
    }

    private static Judgement judge(
            ParticipantName who, @Nullable Set<Category> registered, Tally tally) {
        return orders(who, registered).judge(answer(tally));
    }

    private static Part part(ParticipantName who, Tally... tallies) {
        return Part.pending(who).judged(orders(who, Set.copyOf(ALL)), answer(tallies), Set.of());
    }

    private static Part again(Part part, Tally... tallies) {
        return part.judged(orders(part.participant(), Set.copyOf(ALL)), answer(tallies), Set.of());
    }

    private static Orders orders(ParticipantName who, @Nullable Set<Category> registered) {
        var plan =
                new Plan(
                        1,
                        "d",
                        List.of(
                                PlanLine.whole(PROFILE, new Disposition.Erase()),
                                PlanLine.whole(PAYMENTS, archive()),
                                PlanLine.whole(LOGINS, held()),
                                PlanLine.whole(MARKETING, kept())));
        return new Orders(
                who,
                new Scope.Membership(),
                Course.of(plan, 0).first(plan, NOON),
                new Known(
                        Set.of(),
                        registered,
                        Map.of(new Known.Ending(PAYMENTS, LATER), 2L),
                        TODAY));
    }

    private static Opening opening() {
        return new Opening(
                new ErasureId(new UUID(1, 1)),
                new TenantCode("ompass"),
                new SubjectId(new UUID(1, 2)),
                new Scope.Membership(),
                new UUID(1, 3),
                NOON,
                NOON.plusSeconds(60));
    }

    private static Disposition archive() {
        return new Disposition.Archive(new Basis(LAW, Period.ofYears(5)));
    }

    private static Disposition held() {
        return new Disposition.Held(new HoldId(new UUID(1, 4)));
    }

    private static Disposition kept() {
        return new Disposition.Keep(Set.of(new PurposeCode("service")));
    }

    private static Tally tally(Category category, Outcome outcome) {
        return Tally.of(category, outcome, 2);
    }

    private static Tally lawful(Category category, Outcome outcome, @Nullable LocalDate until) {
        return new Tally(category, outcome, 2, LAW, until);
    }

    private static Answer answer(Tally... tallies) {
        return new Answer(1, List.of(tallies), Level.L1, List.of(), List.of(), NOON);
    }
}
