package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.problem.Problem;
import io.jikim.retention.erasure.application.ExplainPlan.NoPolicy;
import io.jikim.retention.erasure.application.IdentifiersGone;
import io.jikim.retention.erasure.application.RegisterParticipant;
import io.jikim.retention.erasure.application.RegisterParticipant.NameReserved;
import io.jikim.retention.erasure.application.RegisterParticipant.NameTaken;
import io.jikim.retention.erasure.application.RegisterParticipant.TooManyCategories;
import io.jikim.retention.erasure.application.RegisterParticipant.TooManyParticipants;
import io.jikim.retention.erasure.application.RetireParticipant.UnknownParticipant;
import io.jikim.retention.erasure.application.UnknownCategories;
import io.jikim.retention.erasure.application.UnknownErasure;
import io.jikim.retention.erasure.application.UnknownHold;
import io.jikim.retention.erasure.application.port.Holds.BeingDestroyed;
import io.jikim.retention.erasure.domain.Category;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The application's refusals as problems.
class Answers {
    @ServerExceptionMapper({UnknownErasure.class, UnknownHold.class})
    public Response unknown() {
        return Problem.of(404, "not-found").response();
    }

    @ServerExceptionMapper
    public Response unknownCategories(UnknownCategories e) {
        return Problem.of(422, "unknown-category")
                .detail("There are: " + joined(e.known()))
                .errors(e.unknown().stream().map(Category::code).toList())
                .response();
    }

    private static String joined(List<Category> categories) {
        return categories.stream().map(Category::code).collect(Collectors.joining(", "));
    }

    @ServerExceptionMapper
    public Response beingDestroyed(BeingDestroyed e) {
        return Problem.of(503, "being-destroyed")
                .detail("Something of this person is being destroyed; ask again")
                .response();
    }

    @ServerExceptionMapper
    public Response identifiers(IdentifiersGone gone) {
        return gone.isForEver()
                ? Problem.of(410, "identifiers-destroyed").response()
                : Problem.of(409, "identifiers-not-deposited").response();
    }

    @ServerExceptionMapper
    public Response noPolicy(NoPolicy e) {
        return Problem.of(409, "no-policy").detail("No policy has been published yet").response();
    }

    @ServerExceptionMapper
    public Response nameReserved(NameReserved e) {
        return Problem.of(409, "name-reserved")
                .detail("The name stands for a part of the installation; register under another")
                .response();
    }

    @ServerExceptionMapper
    public Response unknownParticipant(UnknownParticipant e) {
        return Problem.of(404, "not-found").response();
    }

    @ServerExceptionMapper
    public Response tooManyCategories(TooManyCategories e) {
        return Problem.of(409, "too-many-categories")
                .detail(
                        "All participants of a tenant may name %d categories together"
                                .formatted(RegisterParticipant.CATEGORIES))
                .response();
    }

    @ServerExceptionMapper
    public Response tooManyParticipants(TooManyParticipants e) {
        return Problem.of(409, "too-many-participants")
                .detail(
                        "A tenant may have %d participants"
                                .formatted(RegisterParticipant.PARTICIPANTS))
                .response();
    }

    @ServerExceptionMapper
    public Response nameTaken(NameTaken e) {
        return Problem.of(409, "name-taken").response();
    }
}
