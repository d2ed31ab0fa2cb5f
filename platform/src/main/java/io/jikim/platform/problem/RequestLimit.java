package io.jikim.platform.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses a body that is larger than any of ours.
class RequestLimit {

    private final long limit;

    RequestLimit(@ConfigProperty(name = "jikim.request-limit") long limit) {
        this.limit = limit;
    }

    @ServerRequestFilter(preMatching = true)
    public void filter(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        // the server has refused a length that is no number
        if (length != null && Long.parseLong(length) > limit) {
            throw new Refusal(413, "request-too-large");
        }
    }
}
