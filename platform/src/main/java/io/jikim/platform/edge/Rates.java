package io.jikim.platform.edge;

import io.jikim.platform.access.Caller;
import io.jikim.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/// Answers 429 to a client address that asks too often where a robot could hammer.
///
/// The address is the right-most one that no proxy of ours has: what a client writes into
/// X-Forwarded-For itself moves it into no other bucket. Each process counts for itself.
class Rates {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Buckets open;
    private final Buckets guarded;
    private final Buckets bulk;
    private final Caller caller;

    Rates(
            @ConfigProperty(name = "jikim.rate.public") int open,
            @ConfigProperty(name = "jikim.rate.guarded") int guarded,
            @ConfigProperty(name = "jikim.rate.bulk") int bulk,
            SharedBuckets shared,
            Caller caller) {
        this.open = shared.named("public", open, MINUTE);
        this.guarded = shared.named("guarded", guarded, MINUTE);
        this.bulk = shared.named("bulk", bulk, MINUTE);
        this.caller = caller;
    }

    @ServerRequestFilter
    public Optional<Response> filter(SimpleResourceInfo operation) {
        return buckets(Operations.method(operation))
                .flatMap(buckets -> buckets.take(AddressBlock.of(caller.from())))
                .map(Rates::later);
    }

    private Optional<Buckets> buckets(Method method) {
        if (method.isAnnotationPresent(RateLimited.class)) {
            return Optional.of(guarded);
        }
        if (method.isAnnotationPresent(InBulk.class)) {
            return Optional.of(bulk);
        }
        return method.isAnnotationPresent(PermitAll.class) ? Optional.of(open) : Optional.empty();
    }

    private static Response later(Duration wait) {
        return Problem.of(429, "too-many-requests")
                .header("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())))
                .response();
    }
}
