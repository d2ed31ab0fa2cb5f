package io.jikim.testkit.architecture.bad.application;

import jakarta.ws.rs.core.Response;

public class KnowsHttp {
    Response response;
}
