package io.jikim.audit.application;

import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: a speaker says how far it has come. Call it when everything that came before is in the
/// log.
@ApplicationScoped
public class HearHeartbeat {
    private final Tallies tallies;
    private final InstantSource clock;

    HearHeartbeat(Tallies tallies, InstantSource clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    @Transactional
    public void hear(String source, List<Reach> reaches) {
        tallies.beat(source, reaches, clock.instant());
    }
}
