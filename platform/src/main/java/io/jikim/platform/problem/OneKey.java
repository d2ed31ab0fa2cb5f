package io.jikim.platform.problem;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses a request with two idempotency keys: which of them it is known by would be chance.
class OneKey {

    @ServerRequestFilter
    public void filter(RoutingContext request) {
        if (request.request().headers().getAll("Idempotency-Key").size() > 1) {
            throw new Refusal(400, "idempotency-key-invalid", "A request has one key");
        }
    }
}
