package io.jikim.identity.verification.adapter.in.rest;

import io.jikim.platform.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// 429, with the seconds to wait.
class TooSoonAnswer {

    private final InstantSource clock;

    TooSoonAnswer(InstantSource clock) {
        this.clock = clock;
    }

    @ServerExceptionMapper
    public Response answer(TooSoon refusal) {
        var wait = Duration.between(clock.instant(), refusal.again());
        return Problem.of(429, "too-soon")
                .detail("This mailbox gets no more mail for now")
                .header("Retry-After", String.valueOf(Math.max(1, wait.toSeconds() + 1)))
                .response();
    }
}
