package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.Acknowledgements.Done;
import io.jikim.identity.people.application.port.Acknowledgements.Participant;
import io.jikim.identity.people.application.port.Deposits;
import io.jikim.identity.people.application.port.LoginAccounts;
import io.jikim.identity.people.application.port.PersonKeys;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.Fate;
import io.jikim.identity.people.domain.Outcome;
import io.jikim.identity.people.domain.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Use case: one thing that an erasure case asks of us is done and acknowledged, or given back to
/// be tried again. Every part of it may be repeated.
@ApplicationScoped
public class CarryOutTask {

    private final ErasureLedger ledger;
    private final Deposits deposits;
    private final PersonKeys keys;
    private final LoginAccounts accounts;

    public CarryOutTask(
            ErasureLedger ledger, Deposits deposits, PersonKeys keys, LoginAccounts accounts) {
        this.ledger = ledger;
        this.deposits = deposits;
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
        var plan = order.planFor(held);
        var proofs = keys.destroy(task.ref(), plan, task.id().caseId());
        var level = !proofs.isEmpty() && plan.keysCover(held) ? "L2" : "L1";
        ledger.erased(task, plan, new Done(order.round(), plan.outcomes(), level, proofs));
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
                        List.of(
                                new Outcome(
                                        "login-account", Fate.ERASE, deleted, Optional.empty())),
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
