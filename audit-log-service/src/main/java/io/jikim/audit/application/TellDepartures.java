package io.jikim.audit.application;

import io.jikim.audit.application.port.Departures;
import io.jikim.audit.domain.Departure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: the log says itself what has left it. Its entries know each departure by what it says,
/// so one that a crash kept from being told is told the next time.
@ApplicationScoped
public class TellDepartures {
    private final Departures departures;
    private final AppendFacts appendFacts;

    TellDepartures(Departures departures, AppendFacts appendFacts) {
        this.departures = departures;
        this.appendFacts = appendFacts;
    }

    /// Returns how many were new. @throws io.jikim.audit.application.port.LogMoved if somebody else
    /// appended meanwhile; try again
    @Transactional
    public int tell() {
        var recent = departures.recent();
        return recent.isEmpty()
                ? 0
                : appendFacts.append(recent.stream().map(Departure::fact).toList());
    }
}
