package io.jikim.testkit.architecture.good.application;

import io.jikim.testkit.architecture.good.application.port.Promises;
import java.time.InstantSource;

public class KeepPromise {
    private final Promises promises;
    private final InstantSource clock;

    KeepPromise(Promises promises, InstantSource clock) {
        this.promises = promises;
        this.clock = clock;
    }

    public boolean isKept(String name) {
        return promises.find(new Promises.Name(name)).holds(clock.instant());
    }
}
