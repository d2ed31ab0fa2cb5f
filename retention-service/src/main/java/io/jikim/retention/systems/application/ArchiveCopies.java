package io.jikim.retention.systems.application;

import io.jikim.retention.archive.domain.CanonicalFields;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.ArchiveReceipt;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.Tally;
import io.jikim.retention.systems.application.port.OperatorSession;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.Copy;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.Step;
import io.jikim.retention.systems.domain.Tallies;
import io.jikim.retention.systems.domain.WorkPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts what the law keeps into the archive and makes sure that it stands there, before a live row
/// dies.
@ApplicationScoped
class ArchiveCopies {
    private final Archive archive;

    ArchiveCopies(Archive archive) {
        this.archive = archive;
    }

    /// Copies every archive step of the plan; false if what the archive gives back is not what was
    /// read, by count or digest. Rows whose period is over are counted as erased.
    boolean copy(
            OperatorSession session,
            ConnectedSystem system,
            SystemOrder order,
            Person person,
            WorkPlan plan,
            Tallies tallies) {
        for (Step step : plan.steps()) {
            if (step.todo() instanceof Step.Todo.Archive(var basis)) {
                var copies = session.copies(person, plan, step);
                var deposits = deposits(system, order, step, basis, copies);
                var receipts = archive.deposit(order.tenant(), deposits);
                if (!verified(deposits, receipts)) {
                    return false;
                }
                receipts.forEach(receipt -> tallies.add(tally(step, basis, receipt)));
            }
        }
        return true;
    }

    static boolean copied(Step step) {
        return step.todo() instanceof Step.Todo.Archive;
    }

    private static List<ArchiveDeposit> deposits(
            ConnectedSystem system, SystemOrder order, Step step, Basis basis, List<Copy> copies) {
        String source =
                new SystemName(system.name()).participant().code() + "/" + step.table().name();
        var deposits = new ArrayList<ArchiveDeposit>();
        for (Copy copy : copies) {
            // A row without a date of its own is kept for the whole period from now on.
            var event = Optional.ofNullable(copy.legalEvent()).orElse(order.today());
            deposits.add(
                    new ArchiveDeposit(
                            order.erasure(),
                            order.subject(),
                            step.category(),
                            basis,
                            new ArchiveDeposit.Origin(source, copy.key(), event),
                            copy.fields()));
        }
        return deposits;
    }

    private static boolean verified(List<ArchiveDeposit> sent, List<ArchiveReceipt> receipts) {
        if (sent.size() != receipts.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (receipts.get(i) instanceof ArchiveReceipt.Kept kept
                    && !kept.digest().equals(CanonicalFields.digest(sent.get(i).fields()))) {
                return false;
            }
        }
        return true;
    }

    private static Tally tally(Step step, Basis basis, ArchiveReceipt receipt) {
        return switch (receipt) {
            case ArchiveReceipt.Kept kept ->
                    new Tally(step.category(), Outcome.ARCHIVED, 1, basis.code(), kept.until());
            case ArchiveReceipt.PeriodOver _ -> Tally.of(step.category(), Outcome.ERASED, 1);
        };
    }
}
