package io.jikim.platform.problem;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses the character NUL in path and query: no name holds it, and no database text can.
class NulInAddress {

    @ServerRequestFilter
    public void filter(RoutingContext request) {
        if (request.request().uri().contains("%00")) {
            throw new Refusal(400, "malformed-request", "The address holds a NUL character");
        }
    }
}
