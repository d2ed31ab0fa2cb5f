package io.jikim.testkit.architecture.good.application.port;

import io.jikim.testkit.architecture.good.domain.Promise;

public interface Promises {
    Promise find(Name name);

    record Name(String value) {}
}
