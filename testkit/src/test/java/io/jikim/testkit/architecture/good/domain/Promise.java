package io.jikim.testkit.architecture.good.domain;

import java.time.Instant;

public record Promise(Instant until) {
    public boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
