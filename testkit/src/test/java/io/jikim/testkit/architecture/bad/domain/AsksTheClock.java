package io.jikim.testkit.architecture.bad.domain;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

class AsksTheClock {
    Supplier<Instant> clock = Instant::now;
    UUID id = UUID.randomUUID();
}
