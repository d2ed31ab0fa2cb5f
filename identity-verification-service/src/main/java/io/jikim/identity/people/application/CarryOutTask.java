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
import io.jikim.identity.people.domain.Outcome;
import io.jikim.identity.people.domain.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

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
        var plan = order.planFor(held, opened);
        if (!plan.archive().isEmpty() && !task.deposited()) {
            whileOpen(task, () -> archive(task, order, plan, opened));
            ledger.deposited(task);
        }
        var proofs = keys.destroy(task.ref(), plan, task.id().caseId());
        var level = !proofs.isEmpty() && plan.keysCover(held) ? "L2" : "L1";
        ledger.erased(task, plan, new Done(order.round(), plan.outcomes(), level, proofs));
    }

    private void archive(ErasureTask task, ErasureOrder order, ErasurePlan plan, Instant opened) {
        ledger.values(task, plan)
                .map(values -> order.records(plan, task.ref(), values, opened))
                .ifPresent(records -> archive.take(task.id().caseId(), records));
    }

    /// A frozen person's keys are suspended; they open for the one reading that the law asks for,
    /// while requests are still refused, and are suspended again however it goes.
    private void whileOpen(ErasureTask task, Runnable reading) {
        if (task.scope() == Scope.PURPOSE) {
            reading.run();
            return;
        }
        keys.resume(task.ref());
        try {
            reading.run();
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
