package io.jikim.audit.application;

import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Gap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Query: which records are missing, and how long each speaker has been silent.
@ApplicationScoped
public class FindMissing {
    private final Tallies tallies;
    private final InstantSource clock;

    FindMissing(Tallies tallies, InstantSource clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    @Transactional
    public List<Gap> missing() {
        return tallies.missing();
    }

    /// By source; of those that were heard at all.
    @Transactional
    public Map<String, Duration> silences() {
        var now = clock.instant();
        var silences = new TreeMap<String, Duration>();
        tallies.heartbeats()
                .forEach((source, at) -> silences.put(source, Duration.between(at, now)));
        return silences;
    }
}
