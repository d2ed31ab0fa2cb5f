package io.jikim.identity.people.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/// The law under which something stays, and for how long it runs from the legal event.
public record Law(String basis, Optional<Period> period) {

    Optional<LocalDate> end(LocalDate legalEvent) {
        return period.map(legalEvent::plus);
    }
}
