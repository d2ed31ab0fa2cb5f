package io.jikim.platform.edge;

import io.jikim.platform.problem.Refusal;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses an address that is longer than any of ours.
class AddressLimit {

    private final int limit;

    AddressLimit(@ConfigProperty(name = "jikim.address-limit") int limit) {
        this.limit = limit;
    }

    @ServerRequestFilter(preMatching = true)
    public void filter(RoutingContext request) {
        if (request.request().uri().length() > limit) {
            throw new Refusal(414, "address-too-long");
        }
    }
}
