package io.jikim.platform.problem;

import io.jikim.platform.messaging.CurrentTrace;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/// What a problem says about the request that it answers.
final class CurrentRequest {

    private CurrentRequest() {}

    /// Without the query, which may hold what must not be repeated.
    static String path() {
        if (!isActive()) {
            return "about:blank";
        }
        var request = Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? "about:blank" : request.normalizedPath();
    }

    /// The id that the log and the events of this request carry as well.
    static String traceId() {
        return isActive() ? Arc.container().instance(CurrentTrace.class).get().traceId() : "";
    }

    private static boolean isActive() {
        return Arc.container() != null && Arc.container().requestContext().isActive();
    }
}
