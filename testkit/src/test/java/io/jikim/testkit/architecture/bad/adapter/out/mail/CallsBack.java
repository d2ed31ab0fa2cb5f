package io.jikim.testkit.architecture.bad.adapter.out.mail;

import io.jikim.testkit.architecture.bad.application.KnowsHttp;

public class CallsBack {
    KnowsHttp useCase;
}
