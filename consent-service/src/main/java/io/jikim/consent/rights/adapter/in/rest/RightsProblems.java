package io.jikim.consent.rights.adapter.in.rest;

import io.jikim.consent.rights.application.UnknownItems;
import io.jikim.consent.rights.application.UnknownRequest;
import io.jikim.consent.rights.application.UnknownRequester;
import io.jikim.platform.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What cannot be done about rights requests, as problems.
class RightsProblems {

    @ServerExceptionMapper
    public Response unknown(UnknownRequest unknown) {
        return Problem.of(404, "not-found").response();
    }

    @ServerExceptionMapper
    public Response unknown(UnknownRequester unknown) {
        return Problem.of(404, "not-found").response();
    }

    @ServerExceptionMapper
    public Response unknown(UnknownItems unknown) {
        return Problem.of(409, "no-such-item")
                .detail("The published policy names no such items for this kind of person.")
                .errors(unknown.items())
                .response();
    }
}
