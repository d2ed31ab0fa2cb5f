package io.jikim.platform.problem;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a problem says about the request that it answers.
final class CurrentRequest {

    private static final String TRACE = "jikim.trace";
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private CurrentRequest() {}

    /// Without the query, which may hold what must not be repeated.
    static String path() {
        var request = current();
        return request == null ? "about:blank" : request.normalizedPath();
    }

    /// The trace id of the caller's `traceparent`, or one made for this request; the log has it
    /// too.
    static String traceId() {
        var request = current();
        if (request == null) {
            return random();
        }
        String known = request.get(TRACE);
        if (known == null) {
            known = received(request.request().getHeader("traceparent"));
            request.put(TRACE, known);
        }
        return known;
    }

    private static String received(@Nullable String traceparent) {
        var matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return matcher.matches() ? matcher.group(1) : random();
    }

    private static String random() {
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong())
                + HexFormat.of().toHexDigits(random.nextLong());
    }

    private static @Nullable RoutingContext current() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return null;
        }
        return container.instance(CurrentVertxRequest.class).get().getCurrent();
    }
}
