package io.jikim.platform.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Cuts off a request whose body has not come after a while.
///
/// An idle timeout would not do: one byte now and then keeps a connection busy, and a thread with
/// it.
@ApplicationScoped
class SlowRequests {

    private static final int EARLY = 900;
    private static final String PROBLEM =
            "{\"type\":\"urn:jikim:problem:request-timeout\",\"title\":\"The request took too long\","
                    + "\"status\":408,\"code\":\"request-timeout\"}";

    private final Duration patience;

    SlowRequests(@ConfigProperty(name = "jikim.request-patience") Duration patience) {
        this.patience = patience;
    }

    void on(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext request) {
        if (!hasCome(request.request())) {
            long alarm = request.vertx().setTimer(patience.toMillis(), _ -> cut(request));
            request.addEndHandler(_ -> request.vertx().cancelTimer(alarm));
        }
        request.next();
    }

    /// A reader of JSON stops at the last brace, and nobody reads a body that there is not: the end
    /// of a request may be unseen for a long time though all of it is here.
    private static boolean hasCome(HttpServerRequest request) {
        if (request.isEnded()) {
            return true;
        }
        String length = request.getHeader("Content-Length");
        return length == null
                ? request.getHeader("Transfer-Encoding") == null
                : request.bytesRead() >= Long.parseLong(length);
    }

    private static void cut(RoutingContext request) {
        if (hasCome(request.request())) {
            return;
        }
        var response = request.response();
        if (response.headWritten() || response.ended()) {
            request.request().connection().close();
        } else {
            response.setStatusCode(408)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(PROBLEM)
                    .onComplete(_ -> request.request().connection().close());
        }
    }
}
