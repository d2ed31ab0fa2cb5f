package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.application.port.ConnectedSystems;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.BuiltIn;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Opening;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.Parts;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Use case: a membership ended or a consent was withdrawn, so erasure starts everywhere.
@ApplicationScoped
public class OpenErasure {
    private final Erasures erasures;
    private final Participants participants;
    private final ConnectedSystems systems;
    private final Policies policies;
    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final Ids ids;

    OpenErasure(
            Erasures erasures,
            Participants participants,
            ConnectedSystems systems,
            Policies policies,
            BusinessClock clock,
            Deadlines deadlines,
            Ids ids) {
        this.erasures = erasures;
        this.participants = participants;
        this.systems = systems;
        this.policies = policies;
        this.clock = clock;
        this.deadlines = deadlines;
        this.ids = ids;
    }

    /// The deadline begins with the end of the restore window, before which nothing may be
    /// destroyed. A trigger that already opened a case for this subject opens no second one.
    @Transactional
    public void open(TenantCode tenant, SubjectId subject, Scope scope, UUID trigger) {
        var now = clock.instant(tenant.code());
        var opening =
                new Opening(
                        new ErasureId(ids.next()),
                        tenant,
                        subject,
                        scope,
                        trigger,
                        now,
                        now.plus(restoreWindow()).plus(deadlines.erasure()));
        var names = everybody(tenant, scope);
        erasures.open(
                new Erasure.Opened(opening, Parts.pending(names)),
                new ErasureFact.Opened(opening, names));
    }

    private Duration restoreWindow() {
        return Duration.ofDays(policies.current().map(PolicyRules::restoreDays).orElse(0));
    }

    private List<ParticipantName> everybody(TenantCode tenant, Scope scope) {
        var names = new ArrayList<>(BuiltIn.of(scope));
        participants.all().stream().map(Participant::name).forEach(names::add);
        systems.of(tenant).stream().map(SystemName::participant).forEach(names::add);
        return List.copyOf(names);
    }
}
