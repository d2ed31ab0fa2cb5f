package io.jikim.identity.people.adapter.in.schedule;

import io.jikim.identity.people.application.CarryOutTask;
import io.jikim.identity.people.application.CarryOutTask.Result;
import io.jikim.identity.people.application.CreateAccount;
import io.jikim.identity.people.application.port.DueWork.DueAccount;
import io.jikim.identity.people.application.port.DueWork.DueTask;
import io.jikim.platform.access.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// One piece of work, for the tenant it belongs to.
@ApplicationScoped
class TenantWork {

    private static final Logger LOG = Logger.getLogger(TenantWork.class);

    private final CarryOutTask carryOutTask;
    private final CreateAccount createAccount;

    TenantWork(CarryOutTask carryOutTask, CreateAccount createAccount) {
        this.carryOutTask = carryOutTask;
        this.createAccount = createAccount;
    }

    void carryOut(DueTask due) {
        var result = TenantScope.call(due.tenant(), () -> carryOutTask.carryOut(due.id()));
        if (result instanceof Result.Postponed(var cause)) {
            LOG.warnf(
                    "An erasure task waits case=%s step=%s: %s",
                    due.id().caseId(), due.id().step(), cause);
        }
    }

    void createAccount(DueAccount due) {
        TenantScope.call(due.tenant(), () -> createAccount.create(due.ref()))
                .ifPresent(cause ->
                        LOG.warnf("A login account waits subject=%s: %s", due.ref(), cause));
    }
}
