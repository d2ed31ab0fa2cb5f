package io.jikim.testkit.architecture.bad.application.port;

import io.jikim.testkit.architecture.bad.application.KnowsHttp;

interface KnowsAUseCase {
    KnowsHttp useCase();
}
