package io.jikim.audit.application;

import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Gap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Use case: records that should have come and have not are named, asked for, and taken back when
/// they come.
///
/// A heartbeat stands behind what it speaks of, so nothing is missed that is only late. The grace
/// is for the one thing that can still overtake: a record in a partition that the topic was given
/// later.
@ApplicationScoped
public class NameMissing {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Tallies tallies;
    private final InstantSource clock;

    NameMissing(Tallies tallies, InstantSource clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /// What was named in this round, what of the named ones came since the last, and what to ask
    /// the speakers for.
    public record Round(List<Gap> named, List<Gap> come, List<Gap> wanted) {
        public Round {
            named = List.copyOf(named);
            come = List.copyOf(come);
            wanted = List.copyOf(wanted);
        }
    }

    @Transactional
    public Round round() {
        var now = clock.instant();
        var come = tallies.settle();
        var named = tallies.name(now.minus(GRACE), now);
        return new Round(named, come, tallies.ask(now, PAUSE, LONGEST_PAUSE));
    }
}
