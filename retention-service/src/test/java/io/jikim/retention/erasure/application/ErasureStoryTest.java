package io.jikim.retention.erasure.application;

import static io.jikim.retention.erasure.application.World.ALICE;
import static io.jikim.retention.erasure.application.World.LOGINS;
import static io.jikim.retention.erasure.application.World.MARKETING;
import static io.jikim.retention.erasure.application.World.OMPASS;
import static io.jikim.retention.erasure.application.World.PAYMENTS;
import static io.jikim.retention.erasure.application.World.PAYMENT_LAW;
import static io.jikim.retention.erasure.application.World.PROFILE;
import static io.jikim.retention.erasure.application.World.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.platform.access.Access;
import io.jikim.platform.access.Actor;
import io.jikim.retention.erasure.application.Acknowledgement.Phase;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.ResultNotices;
import io.jikim.retention.erasure.domain.Answer;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Contest;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.Notice;
import io.jikim.retention.erasure.domain.Objection;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.PartState;
import io.jikim.retention.erasure.domain.PartStatus;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.Taking;
import io.jikim.retention.erasure.domain.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureStoryTest {
    private final World world = new World();

    @BeforeEach
    void a_shop_is_connected() {
        world.systems.connect(SHOP, Map.of(PROFILE, 1L, PAYMENTS, 3L, LOGINS, 12L));
    }

    @Test
    void ends_in_a_certificate_when_everybody_has_answered() {
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
        assertThat(world.certificates.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.revision()).isEqualTo(1));
        assertThat(world.notices).hasSize(1);
        assertThat(world.erasures.rechecks()).isEmpty();
    }

    @Test
    void orders_nothing_before_identity_has_sealed_the_identifiers() {
        var id = world.terminate();
        world.recheck(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Opened.class);
    }

    @Test
    void opens_one_case_per_trigger() {
        var trigger = new UUID(7, 7);
        world.open.open(OMPASS, ALICE, new Scope.Membership(), trigger);
        world.open.open(OMPASS, ALICE, new Scope.Membership(), trigger);

        assertThat(world.erasures.facts()).hasSize(1);
    }

    @Test
    void moves_to_the_archive_what_a_law_keeps_and_erases_the_rest() {
        var id = world.terminate();
        world.deposit(id);

        assertThat(world.newestOrder(id).lines())
                .containsExactlyInAnyOrder(
                        PlanLine.whole(PROFILE, new Disposition.Erase()),
                        PlanLine.whole(LOGINS, new Disposition.Erase()),
                        PlanLine.whole(MARKETING, new Disposition.Erase()),
                        PlanLine.whole(PAYMENTS, new Disposition.Archive(PAYMENT_LAW)));
    }

    @Test
    void erases_exactly_what_only_the_withdrawn_purpose_needed() {
        var advertising = new PurposeCode("advertising");
        var id =
                world.open(
                        new Scope.Purpose(
                                advertising,
                                Set.of(new PurposeCode("service"), new PurposeCode("support"))));
        world.deposit(id);

        assertThat(world.newestOrder(id).lines())
                .containsExactlyInAnyOrder(
                        new PlanLine(
                                PROFILE, Set.of(new ItemCode("phone")), new Disposition.Erase()),
                        new PlanLine(
                                PROFILE,
                                Set.of(new ItemCode("email")),
                                new Disposition.Keep(
                                        Set.of(
                                                new PurposeCode("service"),
                                                new PurposeCode("support")))),
                        PlanLine.whole(MARKETING, new Disposition.Erase()));
        assertThat(world.look(id).parts().find(new ParticipantName("identity-provider"))).isEmpty();
    }

    @Test
    void waits_for_whoever_is_silent_and_names_them_once_when_the_deadline_is_over() {
        world.register.register(
                new Participant(new ParticipantName("newsletter"), "key", Set.of(MARKETING)),
                Optional.empty());
        var id = world.terminate();
        world.deposit(id);
        world.answers(id, name -> !name.equals("newsletter"));
        world.nameOverdue.name(id);
        assertThat(overdue()).isEmpty();

        world.now = world.now.plus(Duration.ofDays(5));
        world.nameOverdue.name(id);
        world.nameOverdue.name(id);

        assertThat(overdue())
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.awaited())
                                .containsExactly(new ParticipantName("newsletter")));
        assertThat(status(id, "newsletter")).isEqualTo(PartStatus.OVERDUE);
    }

    @Test
    void names_a_case_once_that_is_late_though_everybody_has_answered() {
        world.mailIsAway = true;
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);
        assertThat(world.look(id)).isInstanceOf(Erasure.Verified.class);

        world.now = world.now.plus(Duration.ofDays(5));
        world.nameOverdue.name(id);
        world.nameOverdue.name(id);

        assertThat(overdue())
                .singleElement()
                .satisfies(fact -> assertThat(fact.awaited()).isEmpty());
        assertThat(world.look(id)).isInstanceOf(Erasure.Verified.class);
    }

    @Test
    void owes_nothing_inside_the_restore_window_and_has_its_days_after_it() {
        restoreWindowOf(30, 2);
        var id = world.terminate();
        world.deposit(id);

        world.now = world.now.plus(Duration.ofDays(29));
        world.nameOverdue.name(id);
        assertThat(overdue()).isEmpty();

        world.now = world.now.plus(Duration.ofDays(1));
        world.recheck(id);
        world.nameOverdue.name(id);
        assertThat(world.look(id)).isInstanceOf(Erasure.Ordered.class);
        assertThat(overdue()).isEmpty();

        world.now = world.now.plus(Duration.ofDays(5));
        world.nameOverdue.name(id);
        assertThat(overdue()).hasSize(1);
    }

    @Test
    void certifies_the_restore_window_that_was_waited_for_whatever_the_policy_says_since() {
        restoreWindowOf(1, 2);
        var id = world.terminate();
        world.deposit(id);
        restoreWindowOf(30, 3);

        world.now = world.now.plus(Duration.ofDays(1));
        world.recheck(id);
        world.everybodyAnswers(id);

        assertThat(((Erasure.Certified) world.look(id)).course().restoreDays()).isEqualTo(1);
    }

    @Test
    void certifies_when_an_answer_was_heard_not_when_its_sender_says_to_have_given_it() {
        var id = world.terminate();
        claims(id, Phase.FROZEN, 0, world.now.minus(Duration.ofDays(365)));
        world.deposit(id);
        world.now = world.now.plusSeconds(7);

        assertThat(claims(id, Phase.DONE, 1, world.now.plus(Duration.ofDays(365))))
                .isEqualTo(new Acknowledged.Counted());

        var part =
                world.look(id).parts().find(new ParticipantName("consent-service")).orElseThrow();
        assertThat(part.frozenAt()).isEqualTo(world.now.minusSeconds(7));
        assertThat(part.state()).isEqualTo(new PartState.Settled(world.now));
    }

    private Acknowledged claims(ErasureId id, Phase phase, int round, Instant at) {
        return world.acknowledge.acknowledge(
                new Acknowledgement(
                        id,
                        new ParticipantName("consent-service"),
                        phase,
                        new Answer(round, List.of(), Level.L2, List.of(), List.of(), at),
                        "consent-service"));
    }

    @Test
    void places_no_hold_on_a_category_that_nobody_knows() {
        var misspelt = new Category("payment-record");

        assertThatThrownBy(() ->
                        world.place.place(OMPASS, ALICE, Set.of(PAYMENTS, misspelt), "2026-40"))
                .isInstanceOfSatisfying(
                        UnknownCategories.class,
                        refusal -> {
                            assertThat(refusal.unknown()).containsExactly(misspelt);
                            assertThat(refusal.known()).contains(PAYMENTS, PROFILE, LOGINS);
                        });
        assertThat(world.holds.ofSubject(ALICE)).isEmpty();
    }

    @Test
    void places_a_hold_on_what_an_earlier_policy_a_participant_or_a_service_of_ours_named() {
        var letters = new Category("letters");
        world.register.register(
                new Participant(new ParticipantName("newsletter"), "key", Set.of(letters)),
                Optional.empty());
        world.policies.adopt(withoutAdvertising(World.RULES.items()));
        var categories = Set.of(letters, MARKETING, new Category("access-records"));

        world.place.place(OMPASS, ALICE, categories, "2026-41");

        assertThat(world.holds.active(ALICE)).containsOnlyKeys(categories);
    }

    @Test
    void takes_the_answer_of_somebody_who_was_overdue() {
        var id = world.terminate();
        world.deposit(id);
        world.now = world.now.plus(Duration.ofDays(6));
        world.nameOverdue.name(id);

        world.everybodyAnswers(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
    }

    @Test
    void ignores_what_is_forged_doubled_late_or_out_of_its_round() {
        var id = world.terminate();
        assertThat(world.say(id, "consent-service", Phase.DONE, 1, List.of()))
                .isEqualTo(new Acknowledged.Untimely());
        world.deposit(id);
        var order = world.newestOrder(id);

        assertThat(world.answer(id, "consent-service", order))
                .isEqualTo(new Acknowledged.Counted());
        assertThat(world.answer(id, "consent-service", order))
                .isEqualTo(new Acknowledged.Ignored(Taking.Why.ALREADY_ANSWERED));
        assertThat(world.say(id, "audit-log-service", Phase.DONE, 2, List.of()))
                .isEqualTo(new Acknowledged.Ignored(Taking.Why.OTHER_ROUND));
        assertThat(world.say(id, "stranger", Phase.DONE, 1, List.of()))
                .isEqualTo(new Acknowledged.Ignored(Taking.Why.UNKNOWN_PARTICIPANT));
        assertThat(
                        world.acknowledge.acknowledge(
                                new Acknowledgement(
                                        id,
                                        new ParticipantName("audit-log-service"),
                                        Phase.DONE,
                                        answerOf(order),
                                        "somebody else's signature")))
                .isEqualTo(new Acknowledged.Forged());
        world.everybodyAnswers(id);
        assertThat(world.answer(id, "consent-service", order))
                .isEqualTo(new Acknowledged.Untimely());
        assertThat(world.certificates.facts()).hasSize(1);
    }

    @Test
    void keeps_exactly_what_is_held_and_finishes_by_itself_when_the_hold_is_released() {
        var hold = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);

        assertThat(world.systems.live.get(SHOP)).isEqualTo(Map.of(PAYMENTS, 3L));
        assertThat(status(id, SHOP.participant().code())).isEqualTo(PartStatus.HELD);
        assertThat(world.identifiers.isDeposited(id)).isTrue();

        world.release.release(hold.id());
        world.settle();
        assertThat(world.newestOrder(id).lines())
                .containsExactly(PlanLine.whole(PAYMENTS, new Disposition.Archive(PAYMENT_LAW)));
        world.everybodyAnswers(id);

        assertThat(world.systems.live.get(SHOP)).isEmpty();
        assertThat(world.certificates.facts())
                .extracting(ErasureFact.Certified::revision)
                .containsExactly(1, 2);
        assertThat(((Erasure.Certified) world.look(id)).held()).isEmpty();
        assertThat(world.identifiers.isDeposited(id)).isFalse();
    }

    @Test
    void leaves_in_a_system_what_was_held_after_the_order_and_before_its_turn() {
        world.systems.awayBecause = "unreachable";
        var id = world.terminate();
        world.deposit(id);
        assertThat(status(id, SHOP.participant().code())).isEqualTo(PartStatus.FAILED);

        world.place.place(OMPASS, ALICE, Set.of(LOGINS), "2026-18");
        world.systems.awayBecause = null;
        world.recheck(id);
        world.everybodyAnswers(id);

        assertThat(world.systems.live.get(SHOP)).isEqualTo(Map.of(LOGINS, 12L));
        assertThat(((Erasure.Certified) world.look(id)).held()).containsExactly(LOGINS);
    }

    @Test
    void looks_for_what_was_ordered_though_it_is_held_since() {
        var id = world.terminate();
        world.deposit(id);
        world.place.place(OMPASS, ALICE, Set.of(LOGINS), "2026-20");

        world.everybodyAnswers(id);

        assertThat(world.systems.swept)
                .singleElement()
                .satisfies(order ->
                        assertThat(order.lines())
                                .contains(PlanLine.whole(LOGINS, new Disposition.Erase())));
    }

    @Test
    void certifies_nothing_on_an_invented_hold_and_goes_on_when_it_is_answered_properly() {
        var id = world.terminate();
        world.deposit(id);
        assertThat(
                        world.say(
                                id,
                                "audit-log-service",
                                Phase.DONE,
                                1,
                                List.of(Tally.of(PROFILE, Outcome.HELD, 4))))
                .isEqualTo(
                        new Acknowledged.Contested(
                                List.of(
                                        new Contest(
                                                1, PROFILE, Outcome.HELD, 4, Objection.NO_HOLD))));
        world.answers(id, name -> !name.equals("audit-log-service"));

        assertThat(world.look(id)).isInstanceOf(Erasure.Ordered.class);
        assertThat(status(id, "audit-log-service")).isEqualTo(PartStatus.CONTESTED);
        assertThat(world.certificates.facts()).isEmpty();

        world.answers(id, name -> name.equals("audit-log-service"));

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
        assertThat(((Erasure.Certified) world.look(id)).held()).isEmpty();
    }

    @Test
    void believes_that_something_was_held_whose_hold_ended_while_the_answer_was_on_its_way() {
        var id = world.terminate();
        world.deposit(id);
        var hold = world.place.place(OMPASS, ALICE, Set.of(LOGINS), "2026-21");
        world.release.release(hold.id());
        world.settle();

        assertThat(
                        world.say(
                                id,
                                "audit-log-service",
                                Phase.DONE,
                                1,
                                List.of(Tally.of(LOGINS, Outcome.HELD, 4))))
                .isEqualTo(new Acknowledged.Counted());
        world.now = world.now.plusSeconds(1);
        world.everybodyAnswers(id);
        assertThat(world.newestOrder(id).round()).isEqualTo(2);

        assertThat(
                        world.say(
                                id,
                                "audit-log-service",
                                Phase.DONE,
                                2,
                                List.of(Tally.of(LOGINS, Outcome.HELD, 4))))
                .isInstanceOf(Acknowledged.Contested.class);
        world.everybodyAnswers(id);
        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
    }

    @Test
    void believes_only_as_many_archived_records_as_the_participant_has_handed_over() {
        var billing = new ParticipantName("billing");
        world.register.register(
                new Participant(billing, "key", Set.of(PAYMENTS)), Optional.empty());
        var id = world.terminate();
        world.deposit(id);
        var archived =
                List.of(
                        new Tally(
                                PAYMENTS,
                                Outcome.ARCHIVED,
                                2,
                                PAYMENT_LAW.code(),
                                LocalDate.of(2027, 1, 5)));
        handOver(id, "participant:somebody-else", "1");
        handOver(id, "participant:billing", "1");
        assertThat(world.say(id, "billing", Phase.DONE, 1, archived))
                .isEqualTo(
                        new Acknowledged.Contested(
                                List.of(
                                        new Contest(
                                                1,
                                                PAYMENTS,
                                                Outcome.ARCHIVED,
                                                2,
                                                Objection.NOT_DEPOSITED))));

        handOver(id, "participant:billing", "2");

        assertThat(world.say(id, "billing", Phase.DONE, 1, archived))
                .isEqualTo(new Acknowledged.Counted());
    }

    private void handOver(ErasureId id, String source, String key) {
        world.archive.deposit(
                OMPASS,
                List.of(
                        new ArchiveDeposit(
                                id,
                                ALICE,
                                PAYMENTS,
                                PAYMENT_LAW,
                                new ArchiveDeposit.Origin(source, key, LocalDate.of(2022, 1, 5)),
                                Map.of())));
    }

    @Test
    void never_certifies_as_complete_what_was_destroyed_under_a_hold() {
        var hold = world.place.place(OMPASS, ALICE, Set.of(PROFILE), "2026-22");
        var id = world.terminate();
        world.deposit(id);
        world.say(
                id,
                "audit-log-service",
                Phase.DONE,
                1,
                List.of(Tally.of(PROFILE, Outcome.ERASED, 1)));
        world.everybodyAnswers(id);
        world.release.release(hold.id());
        world.settle();
        world.everybodyAnswers(id);

        assertThat(((Erasure.Certified) world.look(id)).held()).isEmpty();
        assertThat(world.complete(id)).isFalse();
        assertThat(
                        world.look(id)
                                .parts()
                                .find(new ParticipantName("audit-log-service"))
                                .orElseThrow()
                                .against())
                .containsExactly(
                        new Contest(1, PROFILE, Outcome.ERASED, 1, Objection.DESTROYED_UNDER_HOLD));
    }

    @Test
    void gives_each_round_a_deadline_of_its_own() {
        var hold = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-23");
        var id = world.terminate();
        world.deposit(id);
        world.now = world.now.plus(Duration.ofDays(6));
        world.nameOverdue.name(id);
        world.everybodyAnswers(id);
        assertThat(overdue()).hasSize(1);

        world.now = world.now.plus(Duration.ofDays(30));
        world.release.release(hold.id());
        world.settle();
        world.nameOverdue.name(id);
        assertThat(overdue()).hasSize(1);

        world.now = world.now.plus(Duration.ofDays(5));
        world.nameOverdue.name(id);
        world.nameOverdue.name(id);
        assertThat(overdue()).hasSize(2);
        assertThat(overdue().getLast().opening().deadline()).isEqualTo(world.now);
    }

    @Test
    void orders_a_participant_to_erase_what_the_policy_does_not_name() {
        var steps = new Category("steps");
        world.register.register(
                new Participant(new ParticipantName("fitness"), "key", Set.of(steps)),
                Optional.empty());

        var id = world.terminate();
        world.deposit(id);

        assertThat(world.newestOrder(id).lines())
                .contains(PlanLine.whole(steps, new Disposition.Erase()));
    }

    @Test
    void waits_for_a_retired_participant_in_open_cases_only() {
        var newsletter = new ParticipantName("newsletter");
        world.register.register(
                new Participant(newsletter, "key", Set.of(MARKETING)), Optional.empty());
        var open = world.terminate();

        new RetireParticipant(world.participants).retire(newsletter, world.access());

        assertThat(world.look(open).parts().awaited()).contains(newsletter);
        assertThat(world.look(world.terminate()).parts().awaited()).doesNotContain(newsletter);
        world.register.register(
                new Participant(newsletter, "key", Set.of(MARKETING)), Optional.empty());
        assertThat(world.look(world.terminate()).parts().awaited()).contains(newsletter);
    }

    @Test
    void stays_open_while_the_mail_server_is_away_and_resumes() {
        world.mailIsAway = true;
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);
        assertThat(world.look(id)).isInstanceOf(Erasure.Verified.class);
        assertThat(world.erasures.rechecks()).containsKey(id);

        world.mailIsAway = false;
        world.recheck(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
    }

    @Test
    void says_which_system_does_not_fit_the_policy_and_goes_on_by_itself_when_its_mapping_does() {
        world.systems.awayBecause = "category-not-in-policy";
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);
        world.recheck(id);

        assertThat(world.look(id).parts().awaited()).containsExactly(SHOP.participant());
        assertThat(world.look(id).parts().find(SHOP.participant()).orElseThrow().state())
                .isEqualTo(new PartState.Failed("category-not-in-policy", world.now));
        assertThat(world.erasures.rechecks()).containsKey(id);
        assertThat(world.certificates.facts()).isEmpty();

        world.systems.awayBecause = null;
        world.recheck(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
    }

    @Test
    void goes_on_where_it_broke_off_when_a_system_was_away() {
        world.systems.awayBecause = "unreachable";
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);
        assertThat(world.look(id)).isInstanceOf(Erasure.Ordered.class);
        assertThat(world.erasures.rechecks()).containsKey(id);

        world.systems.awayBecause = null;
        world.recheck(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
        assertThat(world.systems.live.get(SHOP)).isEmpty();
    }

    @Test
    void says_on_the_next_revision_that_an_archived_record_was_destroyed_at_its_end() {
        var id = world.terminate();
        world.deposit(id);
        world.archive.deposit(
                OMPASS,
                List.of(
                        new ArchiveDeposit(
                                id,
                                ALICE,
                                PAYMENTS,
                                PAYMENT_LAW,
                                new ArchiveDeposit.Origin(
                                        "system:shop/payments", "1", LocalDate.of(2022, 1, 5)),
                                Map.of("amount", "100"))));
        world.everybodyAnswers(id);
        world.destroyExpired.destroy(OMPASS);
        assertThat(world.certificates.facts()).hasSize(1);

        world.ahead = Duration.ofDays(100);
        world.destroyExpired.destroy(OMPASS);
        world.destroyExpired.destroy(OMPASS);

        assertThat(world.certificates.facts())
                .extracting(ErasureFact.Certified::revision)
                .containsExactly(1, 2);
        assertThat(world.archive.of(OMPASS, ALICE)).isEmpty();
        assertThat(((Erasure.Certified) world.look(id)).course().expiries()).hasSize(1);
    }

    @Test
    void revises_the_other_certificates_though_one_cannot_be() {
        var first = certifiedWithArchivedPayment("1");
        var second = certifiedWithArchivedPayment("2");
        world.ahead = Duration.ofDays(100);
        world.unsignable = first;

        assertThatThrownBy(() -> world.destroyExpired.destroy(OMPASS))
                .isInstanceOf(IllegalStateException.class);
        assertThat(revisions(first)).containsExactly(1);
        assertThat(revisions(second)).containsExactly(1, 2);

        world.unsignable = null;
        world.destroyExpired.destroy(OMPASS);
        assertThat(revisions(first)).containsExactly(1, 2);
        assertThat(revisions(second)).containsExactly(1, 2);
    }

    private ErasureId certifiedWithArchivedPayment(String row) {
        var id = world.terminate();
        world.deposit(id);
        world.archive.deposit(
                OMPASS,
                List.of(
                        new ArchiveDeposit(
                                id,
                                ALICE,
                                PAYMENTS,
                                PAYMENT_LAW,
                                new ArchiveDeposit.Origin("x", row, LocalDate.of(2022, 1, 5)),
                                Map.of())));
        world.everybodyAnswers(id);
        return id;
    }

    private List<Integer> revisions(ErasureId id) {
        return world.certificates.facts().stream()
                .filter(fact -> fact.opening().id().equals(id))
                .map(ErasureFact.Certified::revision)
                .toList();
    }

    @Test
    void destroys_nothing_in_the_archive_that_is_held_and_does_after_the_release() {
        var id = world.terminate();
        world.deposit(id);
        world.archive.deposit(
                OMPASS,
                List.of(
                        new ArchiveDeposit(
                                id,
                                ALICE,
                                PAYMENTS,
                                PAYMENT_LAW,
                                new ArchiveDeposit.Origin("x", "1", LocalDate.of(2022, 1, 5)),
                                Map.of())));
        world.everybodyAnswers(id);
        var hold = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-19");
        world.ahead = Duration.ofDays(3000);
        world.destroyExpired.destroy(OMPASS);
        assertThat(world.archive.of(OMPASS, ALICE)).hasSize(1);

        world.release.release(hold.id());
        world.settle();
        world.destroyExpired.destroy(OMPASS);

        assertThat(world.archive.of(OMPASS, ALICE)).isEmpty();
    }

    @Test
    void does_not_wait_where_there_is_no_restore_window_though_the_opening_lies_ahead() {
        world.now = world.now.plus(Duration.ofHours(1));
        var id = world.terminate();
        world.now = world.now.minus(Duration.ofHours(1));

        world.deposit(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Ordered.class);
    }

    @Test
    void waits_for_the_end_of_the_restore_window() {
        restoreWindowOf(1, 2);
        var id = world.terminate();
        world.deposit(id);
        assertThat(world.look(id)).isInstanceOf(Erasure.Planned.class);
        assertThat(world.erasures.rechecks()).containsEntry(id, Duration.ofDays(1));

        world.now = world.now.plus(Duration.ofDays(1));
        world.recheck(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Ordered.class);
    }

    @Test
    void shows_the_identifiers_to_the_clients_of_its_participants_alone_retired_ones_too() {
        var name = new ParticipantName("newsletter");
        var newsletter = new Participant(name, "key", Set.of(MARKETING));
        world.register.register(newsletter, Optional.of("newsletter-a"));
        var id = world.terminate();
        world.deposit(id);
        world.participants.retire(name, world.access());

        assertThat(world.read.read(id, by("newsletter-a"))).isEqualTo(World.PERSON);
        assertThat(world.read.read(id, by("consent-service"))).isEqualTo(World.PERSON);
        for (var stranger : List.of("newsletter", "weather", "portal")) {
            assertThatThrownBy(() -> world.read.read(id, by(stranger)))
                    .isInstanceOf(UnknownErasure.class);
        }
        var later = world.terminate();
        world.deposit(later);
        assertThatThrownBy(() -> world.read.read(later, by("newsletter-a")))
                .isInstanceOf(UnknownErasure.class);
    }

    @Test
    void nobody_becomes_a_participant_by_registering_it_anew() {
        var newsletter = new Participant(new ParticipantName("newsletter"), "key", Set.of());
        world.register.register(newsletter, Optional.of("newsletter-a"));

        assertThatThrownBy(() -> world.register.register(newsletter, Optional.of("weather")))
                .isInstanceOf(RegisterParticipant.NameTaken.class);
        world.register.register(newsletter, Optional.empty());

        assertThat(world.participants.client(newsletter.name())).contains("newsletter-a");
    }

    private static Access by(String client) {
        return new Access(new Actor(client, "PARTICIPANT"), "read", "ERASURE", "here");
    }

    @Test
    void leaves_an_access_record_of_everybody_who_reads_the_identifiers_until_they_are_gone() {
        var id = world.terminate();
        assertThatThrownBy(() -> world.read.read(id, by("consent-service")))
                .isInstanceOf(IdentifiersGone.class);
        world.deposit(id);
        var before = world.identifiers.accesses().size();

        assertThat(world.read.read(id, by("consent-service"))).isEqualTo(World.PERSON);
        assertThat(world.identifiers.accesses()).hasSize(before + 1);

        world.everybodyAnswers(id);
        assertThatThrownBy(() -> world.read.read(id, by("consent-service")))
                .isInstanceOf(IdentifiersGone.class);
    }

    @Test
    void a_case_that_came_back_from_a_backup_without_its_key_is_certified_and_claims_no_look() {
        var id = world.terminate();
        world.deposit(id);
        world.identifiers.destroyKey(world.look(id).opening());

        world.everybodyAnswers(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
        assertThat(((Erasure.Certified) world.look(id)).notice())
                .isInstanceOf(Notice.NoAddress.class);
        assertThat(world.notices).isEmpty();
    }

    @Test
    void an_address_that_nobody_has_is_named_on_the_certificate() {
        world.refusal = new ResultNotices.NoticeRefused("550 5.1.1", true);
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
        assertThat(((Erasure.Certified) world.look(id)).notice())
                .isEqualTo(new Notice.Undeliverable(world.now, "550 5.1.1"));
    }

    @Test
    void a_refusal_that_may_be_meant_for_us_is_believed_when_the_case_is_overdue() {
        world.refusal = new ResultNotices.NoticeRefused("550", false);
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);
        world.recheck(id);
        assertThat(world.look(id)).isInstanceOf(Erasure.Verified.class);

        world.now = world.now.plus(Duration.ofDays(6));
        world.nameOverdue.name(id);
        world.recheck(id);

        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
    }

    @Test
    void takes_no_identifiers_after_the_certificate() {
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);

        world.deposit(id);

        assertThat(world.identifiers.isDeposited(id)).isFalse();
        assertThat(world.certificates.facts()).hasSize(1);
    }

    @Test
    void remembers_who_has_frozen_without_waiting_for_them() {
        var id = world.terminate();
        world.say(id, "consent-service", Phase.FROZEN, 0, List.of());

        assertThat(
                        world.look(id)
                                .parts()
                                .find(new ParticipantName("consent-service"))
                                .orElseThrow()
                                .frozenAt())
                .isEqualTo(world.now);
    }

    @Test
    void erases_what_was_held_also_when_the_policy_no_longer_names_it() {
        var hold = world.place.place(OMPASS, ALICE, Set.of(MARKETING), "2026-31");
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);
        world.policies.adopt(withoutAdvertising(World.RULES.items()));

        world.release.release(hold.id());
        world.settle();

        assertThat(world.newestOrder(id).round()).isEqualTo(2);
        assertThat(world.newestOrder(id).lines())
                .containsExactly(PlanLine.whole(MARKETING, new Disposition.Erase()));
        world.everybodyAnswers(id);
        assertThat(world.complete(id)).isTrue();
    }

    @Test
    void erases_the_item_that_was_held_also_when_the_policy_no_longer_names_it() {
        var hold = world.place.place(OMPASS, ALICE, Set.of(PROFILE), "2026-32");
        var id =
                world.open(
                        new Scope.Purpose(
                                new PurposeCode("advertising"),
                                Set.of(new PurposeCode("service"), new PurposeCode("support"))));
        world.deposit(id);
        world.everybodyAnswers(id);
        world.policies.adopt(
                withoutAdvertising(
                        Map.of(
                                new ItemCode("email"), PROFILE,
                                new ItemCode("login-time"), LOGINS)));

        world.release.release(hold.id());
        world.settle();

        assertThat(world.newestOrder(id).lines())
                .contains(
                        new PlanLine(
                                PROFILE, Set.of(new ItemCode("phone")), new Disposition.Erase()));
    }

    private static PolicyRules withoutAdvertising(Map<ItemCode, Category> items) {
        return new PolicyRules(
                2,
                "d2",
                0,
                World.RULES.purposes().stream()
                        .filter(rule -> !rule.code().code().equals("advertising"))
                        .toList(),
                items,
                World.RULES.statutory());
    }

    private void restoreWindowOf(int days, int version) {
        world.policies.adopt(
                new PolicyRules(
                        version,
                        "d" + version,
                        days,
                        World.RULES.purposes(),
                        World.RULES.items(),
                        World.RULES.statutory()));
    }

    private Answer answerOf(ErasureFact.Ordered order) {
        return new Answer(order.round(), List.of(), Level.L2, List.of(), List.of(), world.now);
    }

    private List<ErasureFact.Overdue> overdue() {
        return world.erasures.facts().stream()
                .filter(ErasureFact.Overdue.class::isInstance)
                .map(ErasureFact.Overdue.class::cast)
                .toList();
    }

    private PartStatus status(ErasureId id, String participant) {
        return world.look(id).parts().find(new ParticipantName(participant)).orElseThrow().status();
    }
}
