package io.jikim.platform.messaging;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Joins the trace that a caller has begun.
class TraceFilter {

    private final CurrentTrace trace;

    TraceFilter(CurrentTrace trace) {
        this.trace = trace;
    }

    @ServerRequestFilter(preMatching = true)
    public void join(RoutingContext request) {
        trace.join(Traceparent.of(request.request().getHeader("traceparent")));
    }
}
