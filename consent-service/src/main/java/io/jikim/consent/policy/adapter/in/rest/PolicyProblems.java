package io.jikim.consent.policy.adapter.in.rest;

import io.jikim.consent.policy.application.UnknownPolicy;
import io.jikim.platform.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What cannot be done about policies, as problems.
class PolicyProblems {

    @ServerExceptionMapper
    public Response unknown(UnknownPolicy unknown) {
        return Problem.of(404, "not-found").response();
    }
}
