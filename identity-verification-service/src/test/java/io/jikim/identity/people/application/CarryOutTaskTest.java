package io.jikim.identity.people.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.identity.people.application.CarryOutTask.Result;
import io.jikim.identity.people.application.port.Acknowledgements;
import io.jikim.identity.people.application.port.Deposits;
import io.jikim.identity.people.application.port.LoginAccounts;
import io.jikim.identity.people.application.port.PersonKeys;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.CategoryOrder;
import io.jikim.identity.people.domain.ErasureOrder;
import io.jikim.identity.people.domain.ErasurePlan;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.Fate;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.KeyClass;
import io.jikim.identity.people.domain.Lang;
import io.jikim.identity.people.domain.Law;
import io.jikim.identity.people.domain.Outcome;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonFact;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.Scope;
import io.jikim.identity.people.domain.SubjectRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarryOutTaskTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SubjectRef ADA = new SubjectRef(new UUID(4, 1));
    private static final Law LAW = new Law("E-Commerce Act Art. 6", Optional.of(Period.ofYears(5)));
    private static final CaseId CASE = new CaseId(new UUID(7, 1));

    private final List<String> done = new ArrayList<>();
    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryErasureTasks tasks = new InMemoryErasureTasks();
    private final StopProcessing stopProcessing = new StopProcessing(people, tasks, () -> NOON);
    private final AcceptOrder acceptOrder = new AcceptOrder(tasks, () -> NOON);
    private final List<Outcome> outcomes = new ArrayList<>();
    private boolean retentionAway;
    private boolean keysAway;

    private final Deposits deposits =
            (_, aliases) -> {
                if (retentionAway) {
                    throw new Deposits.NotTaken("away");
                }
                done.add(aliases.externalId().isPresent() ? "deposited" : "deposited nothing");
            };
    private final CarryOutTask carryOutTask =
            new CarryOutTask(
                    new ErasureLedger(tasks, people, people, new Answers(), () -> NOON),
                    deposits,
                    (_, records) -> {
                        if (retentionAway) {
                            throw new Deposits.NotTaken("away");
                        }
                        records.forEach(record ->
                                done.add("archived " + record + " from " + record.legalEvent()));
                    },
                    new Keys(),
                    new Accounts());

    @BeforeEach
    void registerAda() {
        people.add(
                Person.registered(ADA, PersonKind.USER, Lang.KO, Optional.empty(), NOON),
                new ExternalId("x-1"),
                List.of(new HeldItem(ItemCode.EMAIL, "profile", KeyClass.PROFILE)),
                Items.of(Map.of("email", "ada@example.org")),
                new PersonFact.Registered(ADA, PersonKind.USER, List.of(ItemCode.EMAIL), NOON));
    }

    @Test
    void deposits_before_the_keys_are_suspended_and_answers_last() {
        stopProcessing.stop(CASE, ADA, Scope.MEMBERSHIP, NOON).forEach(carryOutTask::carryOut);

        assertThat(done)
                .containsExactly(
                        "deposited", "suspended", "frozen IDENTITY", "blocked", "frozen PROVIDER");
        assertThat(people.find(ADA).orElseThrow().frozen()).isTrue();
        assertThat(people.accesses()).hasSize(1);
    }

    @Test
    void a_purpose_freezes_nobody_but_is_deposited_and_answered() {
        stopProcessing.stop(CASE, ADA, Scope.PURPOSE, NOON).forEach(carryOutTask::carryOut);

        assertThat(done).containsExactly("deposited", "frozen IDENTITY");
        assertThat(people.find(ADA).orElseThrow().frozen()).isFalse();
    }

    @Test
    void nothing_is_suspended_or_answered_until_the_deposit_is_accepted() {
        retentionAway = true;
        var freeze = stopProcessing.stop(CASE, ADA, Scope.MEMBERSHIP, NOON).getFirst();

        assertThat(carryOutTask.carryOut(freeze)).isInstanceOf(Result.Postponed.class);
        assertThat(done).isEmpty();

        retentionAway = false;
        assertThat(carryOutTask.carryOut(freeze)).isEqualTo(new Result.Done());
        assertThat(done).containsExactly("deposited", "suspended", "frozen IDENTITY");
    }

    @Test
    void the_same_event_twice_is_answered_once() {
        stopProcessing.stop(CASE, ADA, Scope.PURPOSE, NOON).forEach(carryOutTask::carryOut);
        var again = stopProcessing.stop(CASE, ADA, Scope.PURPOSE, NOON).getFirst();

        assertThat(carryOutTask.carryOut(again)).isEqualTo(new Result.NotNow());
        assertThat(done).containsExactly("deposited", "frozen IDENTITY");
    }

    @Test
    void an_order_is_carried_out_after_the_freezing_never_before() {
        stopProcessing.stop(CASE, ADA, Scope.PURPOSE, NOON);
        var order = acceptOrder.accept(CASE, ADA, everything(1)).getFirst();

        assertThat(carryOutTask.carryOut(order)).isEqualTo(new Result.NotNow());
    }

    @Test
    void destroys_the_keys_then_the_rows_then_answers_with_the_proof() {
        stopProcessing.stop(CASE, ADA, Scope.MEMBERSHIP, NOON).forEach(carryOutTask::carryOut);
        done.clear();

        acceptOrder.accept(CASE, ADA, everything(1)).forEach(carryOutTask::carryOut);

        assertThat(done)
                .containsExactly(
                        "destroyed",
                        "done IDENTITY L2 [key:1]",
                        "deleted",
                        "done PROVIDER L1 [login-account:absent]");
        assertThat(people.find(ADA)).isEmpty();
    }

    @Test
    void a_later_round_is_answered_for_the_identity_provider_too() {
        acceptOrder.accept(CASE, ADA, everything(2)).forEach(carryOutTask::carryOut);

        assertThat(done).contains("done PROVIDER L1 [login-account:absent]");
    }

    @Test
    void what_a_law_keeps_is_archived_before_its_key_dies_and_the_answer_names_its_end() {
        stopProcessing.stop(CASE, ADA, Scope.MEMBERSHIP, NOON).forEach(carryOutTask::carryOut);
        done.clear();

        carryOutTask.carryOut(acceptOrder.accept(CASE, ADA, archived()).getFirst());

        assertThat(done)
                .containsExactly(
                        "resumed",
                        "archived ArchiveRecord[" + ADA + "/email] from 2026-11-24",
                        "suspended",
                        "destroyed",
                        "done IDENTITY L2 [key:1]");
        assertThat(outcomes)
                .containsExactly(
                        new Outcome(
                                "profile",
                                Fate.ARCHIVE,
                                1,
                                Optional.of(LAW.basis()),
                                Optional.of(LocalDate.of(2031, 11, 24))));
        assertThat(people.find(ADA)).isEmpty();
    }

    @Test
    void nothing_goes_while_the_archive_is_away_and_the_keys_stay_suspended() {
        stopProcessing.stop(CASE, ADA, Scope.MEMBERSHIP, NOON).forEach(carryOutTask::carryOut);
        done.clear();
        retentionAway = true;

        var order = acceptOrder.accept(CASE, ADA, archived()).getFirst();

        assertThat(carryOutTask.carryOut(order)).isInstanceOf(Result.Postponed.class);
        assertThat(done).containsExactly("resumed", "suspended");
        assertThat(people.held(ADA)).hasSize(1);
    }

    @Test
    void what_was_archived_is_not_read_again_when_the_rest_has_to_be_repeated() {
        stopProcessing.stop(CASE, ADA, Scope.MEMBERSHIP, NOON).forEach(carryOutTask::carryOut);
        keysAway = true;
        var order = acceptOrder.accept(CASE, ADA, archived()).getFirst();
        assertThat(carryOutTask.carryOut(order)).isInstanceOf(Result.Postponed.class);
        done.clear();
        keysAway = false;

        assertThat(carryOutTask.carryOut(order)).isEqualTo(new Result.Done());
        assertThat(done).containsExactly("destroyed", "done IDENTITY L2 [key:1]");
    }

    @Test
    void a_person_who_came_back_from_a_backup_without_her_keys_is_erased_again() {
        people.keysAreGone(ADA);
        stopProcessing.stop(CASE, ADA, Scope.MEMBERSHIP, NOON).forEach(carryOutTask::carryOut);
        assertThat(done).startsWith("deposited nothing", "suspended", "frozen IDENTITY");
        done.clear();

        carryOutTask.carryOut(acceptOrder.accept(CASE, ADA, archived()).getFirst());

        assertThat(done)
                .containsExactly("resumed", "suspended", "destroyed", "done IDENTITY L2 [key:1]");
        assertThat(outcomes).isEmpty();
        assertThat(people.find(ADA)).isEmpty();
    }

    private static ErasureOrder archived() {
        return new ErasureOrder(
                1,
                Scope.MEMBERSHIP,
                List.of(new CategoryOrder("profile", Set.of(), Fate.ARCHIVE, Optional.of(LAW))));
    }

    private static ErasureOrder everything(int round) {
        return new ErasureOrder(
                round,
                Scope.MEMBERSHIP,
                List.of(new CategoryOrder("profile", Set.of(), Fate.ERASE, Optional.empty())));
    }

    private final class Keys implements PersonKeys {
        @Override
        public void suspend(SubjectRef ref, CaseId by) {
            done.add("suspended");
        }

        @Override
        public void resume(SubjectRef ref) {
            done.add("resumed");
        }

        @Override
        public List<String> destroy(SubjectRef ref, ErasurePlan plan, CaseId by) {
            assertThat(people.find(ref)).as("rows while the keys die").isPresent();
            if (keysAway) {
                throw new IllegalStateException("away");
            }
            done.add("destroyed");
            return List.of("key:1");
        }
    }

    private final class Accounts implements LoginAccounts {
        @Override
        public void create(SubjectRef ref) {}

        @Override
        public int block(SubjectRef ref) {
            done.add("blocked");
            return 1;
        }

        @Override
        public int delete(SubjectRef ref) {
            done.add("deleted");
            return 1;
        }
    }

    private final class Answers implements Acknowledgements {
        @Override
        public void frozen(CaseId to, SubjectRef ref, Participant by, Instant at) {
            done.add("frozen " + by);
        }

        @Override
        public void done(CaseId to, SubjectRef ref, Participant by, Done answer, Instant at) {
            outcomes.addAll(answer.outcomes());
            done.add("done " + by + " " + answer.level() + " " + answer.proofs());
        }
    }
}
