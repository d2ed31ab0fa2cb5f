package io.jikim.platform.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/// The headers that every answer carries, whoever gives it; an operation may say something stricter
/// or, where its answer is for everybody, something else.
@ApplicationScoped
class Answers {

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "no-referrer",
                    "Cache-Control", "no-store");

    /// Data is nothing to be shown: whoever opens it in a browser runs and frames nothing.
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /// Our pages have no scripts, and their style in themselves.
    private static final String PAGE =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    /// A year, as the preload lists of the browsers ask for.
    private static final String ONLY_TLS = "max-age=31536000; includeSubDomains";

    // before whatever else may answer: CORS and authentication do, too
    private static final int FIRST = 1_000;

    void on(@Observes Filters filters) {
        filters.register(Answers::headed, FIRST);
    }

    private static void headed(RoutingContext request) {
        request.addHeadersEndHandler(_ -> head(request));
        request.next();
    }

    private static void head(RoutingContext request) {
        var headers = request.response().headers();
        ALWAYS.forEach((name, value) -> unlessSaid(headers, name, value));
        boolean page = String.valueOf(headers.get("Content-Type")).startsWith("text/html");
        unlessSaid(headers, "Content-Security-Policy", page ? PAGE : DATA);
        if (isOverTls(request)) {
            unlessSaid(headers, "Strict-Transport-Security", ONLY_TLS);
        }
    }

    /// Whoever says so untruly binds nobody but the own browser.
    private static boolean isOverTls(RoutingContext request) {
        return request.request().isSSL()
                || "https".equals(request.request().getHeader("X-Forwarded-Proto"));
    }

    private static void unlessSaid(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
