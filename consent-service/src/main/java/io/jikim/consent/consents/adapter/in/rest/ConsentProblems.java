package io.jikim.consent.consents.adapter.in.rest;

import io.jikim.consent.consents.application.CannotAnswer;
import io.jikim.consent.consents.application.UnknownConsent;
import io.jikim.consent.consents.application.UnknownSubject;
import io.jikim.platform.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What cannot be done about consents, as problems.
class ConsentProblems {

    @ServerExceptionMapper
    public Response cannotAnswer(CannotAnswer refusal) {
        var code = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(409, code).detail(refusal.getMessage()).response();
    }

    @ServerExceptionMapper
    public Response unknown(UnknownSubject unknown) {
        return Problem.of(404, "not-found").response();
    }

    @ServerExceptionMapper
    public Response unknown(UnknownConsent unknown) {
        return Problem.of(404, "not-found").response();
    }
}
