package io.jikim.retention.erasure.adapter.out.wake;

import io.jikim.retention.erasure.application.port.Workers;
import io.jikim.retention.erasure.domain.CaseRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/// Wakes whoever observes a case after the commit.
@ApplicationScoped
class WakingWorkers implements Workers {
    private final Event<CaseRef> woken;

    WakingWorkers(Event<CaseRef> woken) {
        this.woken = woken;
    }

    @Override
    public void wakeAfterCommit(CaseRef erasure) {
        woken.fire(erasure);
    }
}
