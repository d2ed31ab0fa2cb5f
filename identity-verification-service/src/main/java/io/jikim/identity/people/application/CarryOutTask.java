package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.Acknowledgements.Done;
import io.jikim.identity.people.application.port.Acknowledgements.Participant;
import io.jikim.identity.people.application.port.Archive;
import io.jikim.identity.people.application.port.Deposits;
import io.jikim.identity.people.application.port.LoginAccounts;
import io.jikim.identity.people.application.port.PersonKeys;
import io.jikim.identity.people.domain.ErasureOrder;
import io.jikim.identity.people.domain.ErasurePlan;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.Fate;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Outcome;
import io.jikim.identity.people.domain.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Use case: one thing that an erasure case asks of us is done and acknowledged, or given back to
/// be tried again. Every part of it may be repeated.
@ApplicationScoped
public class CarryOutTask {

    private final ErasureLedger ledger;
    private final Deposits deposits;
    private final Archive archive;
    private final PersonKeys keys;
    private final LoginAccounts accounts;

    public CarryOutTask(
            ErasureLedger ledger,
            Deposits deposits,
            Archive archive,
            PersonKeys keys,
            LoginAccounts accounts) {
        this.ledger = ledger;
        this.deposits = deposits;
        this.archive = archive;
        this.keys = keys;
        this.accounts = accounts;
    }

    public Result carryOut(ErasureTask.Id id) {
        var claimed = ledger.claim(id);
        if (claimed.isEmpty()) {
            return new Result.NotNow();
        }
        try {
            switch (id.step()) {
                case FREEZE_DATA -> freezeData(claimed.get());
                case ERASE_DATA -> eraseData(claimed.get());
                case BLOCK_ACCOUNT -> blockAccount(claimed.get());
                case DELETE_ACCOUNT -> deleteAccount(claimed.get());
            }
            return new Result.Done();
        } catch (RuntimeException e) {
            ledger.postpone(id);
            return new Result.Postponed(e);
        }
    }

    /// The identifiers are read before the keys are suspended: afterwards nobody can.
    private void freezeData(ErasureTask task) {
        if (!task.deposited()) {
            ledger.aliases(task)
                    .ifPresent(aliases -> deposits.deposit(task.id().caseId(), aliases));
            ledger.deposited(task);
        }
        if (task.scope() == Scope.MEMBERSHIP) {
            keys.suspend(task.ref(), task.id().caseId());
        }
        ledger.frozen(task, Participant.IDENTITY);
    }

    private void eraseData(ErasureTask task) {
        var order = task.order().orElseThrow();
        var held = ledger.held(task);
        var opened = ledger.openedAt(task);
        var plan = planAfterArchiving(task, order, held, opened);
        var proofs = keys.destroy(task.ref(), plan, task.id().caseId());
        var level = !proofs.isEmpty() && plan.keysCover(held) ? "L2" : "L1";
        ledger.erased(task, plan, new Done(order.round(), plan.outcomes(), level, proofs));
    }

    private ErasurePlan planAfterArchiving(
            ErasureTask task, ErasureOrder order, List<HeldItem> held, Instant opened) {
        var plan = order.planFor(held, opened);
        if (plan.archive().isEmpty() || task.deposited()) {
            return plan;
        }
        var gone = whileOpen(task, () -> archive(task, order, plan, opened));
        if (gone.isEmpty()) {
            ledger.deposited(task);
            return plan;
        }
        return order.planFor(held, gone, opened);
    }

    /// What could not be archived, because its key was destroyed before.
    private Set<ItemCode> archive(
            ErasureTask task, ErasureOrder order, ErasurePlan plan, Instant opened) {
        var values = ledger.values(task, plan);
        var records = order.records(plan, task.ref(), values, opened);
        if (!records.isEmpty()) {
            archive.take(task.id().caseId(), records);
        }
        return plan.archive().stream()
                .map(HeldItem::code)
                .filter(code -> !values.codes().contains(code))
                .collect(Collectors.toSet());
    }

    /// A frozen person's keys are suspended; they open for the one reading that the law asks for,
    /// while requests are still refused, and are suspended again however it goes.
    private <T> T whileOpen(ErasureTask task, Supplier<T> reading) {
        if (task.scope() == Scope.PURPOSE) {
            return reading.get();
        }
        keys.resume(task.ref());
        try {
            return reading.get();
        } finally {
            keys.suspend(task.ref(), task.id().caseId());
        }
    }

    private void blockAccount(ErasureTask task) {
        accounts.block(task.ref());
        ledger.frozen(task, Participant.PROVIDER);
    }

    private void deleteAccount(ErasureTask task) {
        int deleted = accounts.delete(task.ref());
        ledger.done(
                task,
                Participant.PROVIDER,
                new Done(
                        task.id().round(),
                        List.of(Outcome.of("login-account", Fate.ERASE, deleted)),
                        "L1",
                        List.of("login-account:absent")));
    }

    /// How it went.
    public sealed interface Result {
        record Done() implements Result {}

        /// Done already, in other hands, or an earlier one comes first.
        record NotNow() implements Result {}

        /// Something is away; the task stands and is tried again.
        record Postponed(RuntimeException cause) implements Result {}
    }
}
