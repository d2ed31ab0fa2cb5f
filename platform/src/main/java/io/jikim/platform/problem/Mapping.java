package io.jikim.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.jikim.platform.crypto.KeyDestroyed;
import io.jikim.platform.crypto.KeyUnavailable;
import io.jikim.platform.messaging.Transience;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Everything that can go wrong, and the one answer to each.
class Mapping {

    private static final Logger LOG = Logger.getLogger(Mapping.class);

    @ServerExceptionMapper
    public Response refusal(Refusal e) {
        return Problem.of(e.status(), e.code()).detail(e.detail()).errors(e.errors()).response();
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unknownCaller() {
        return Problem.of(401, "unauthorized").header("WWW-Authenticate", "Bearer").response();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problem.of(403, "forbidden").response();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        List<?> errors = e.getConstraintViolations().stream().map(Mapping::violation).toList();
        return Problem.of(400, "invalid-request").errors(errors).response();
    }

    // a mapper of the framework's own is nearer to MismatchedInputException than to its parents
    @ServerExceptionMapper({MismatchedInputException.class, JacksonException.class})
    public Response unreadable(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    Problem.of(400, "unknown-property").errors(List.of(at(unknown))).response();
            case UnusableText text ->
                    Problem.of(400, "unusable-text")
                            .detail("A text holds NUL or half a character")
                            .errors(List.of(at(text)))
                            .response();
            case JsonMappingException wrong ->
                    Problem.of(400, "invalid-json").errors(List.of(at(wrong))).response();
            default -> Problem.of(400, "malformed-json").response();
        };
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException unreadable) {
            return unreadable(unreadable);
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 401 -> unknownCaller();
            case 400 -> Problem.of(400, "malformed-request").response();
            case 403 -> Problem.of(403, "forbidden").response();
            case 404 -> Problem.of(404, "not-found").response();
            case 405 -> allowing(e, Problem.of(405, "method-not-allowed"));
            case 406 -> Problem.of(406, "not-acceptable").response();
            case 413 -> Problem.of(413, "request-too-large").response();
            case 415 -> Problem.of(415, "unsupported-media-type").response();
            default -> status < 500 ? Problem.of(status, "refused").response() : surprise(e);
        };
    }

    @ServerExceptionMapper
    public Response outdated(OptimisticLockException e) {
        return Problem.of(409, "changed-meanwhile").response();
    }

    @ServerExceptionMapper
    public Response keysAway(KeyUnavailable e) {
        LOG.warnf("A key cannot be had trace=%s: %s", CurrentRequest.traceId(), e.getMessage());
        return Problem.of(503, "keys-unavailable").header("Retry-After", "5").response();
    }

    /// A backup brought back what its key no longer opens: whoever it was is not here any more.
    @ServerExceptionMapper
    public Response keyGone(KeyDestroyed e) {
        LOG.infof("A key is destroyed trace=%s", CurrentRequest.traceId());
        return Problem.of(404, "not-found").response();
    }

    @ServerExceptionMapper
    public Response surprise(Throwable e) {
        if (Outdated.isBehind(e)) {
            return Problem.of(409, "changed-meanwhile").response();
        }
        if (Transience.of(e)) {
            LOG.warnf("A part is away trace=%s: %s", CurrentRequest.traceId(), e.getMessage());
            return Problem.of(503, "unavailable").header("Retry-After", "5").response();
        }
        LOG.errorf(Unquoted.of(e), "A request failed trace=%s", CurrentRequest.traceId());
        return Problem.of(500, "internal").response();
    }

    private static Response allowing(WebApplicationException e, Problem problem) {
        String allowed = e.getResponse().getHeaderString("Allow");
        return (allowed == null ? problem : problem.header("Allow", allowed)).response();
    }

    private static Map<String, Object> violation(ConstraintViolation<?> violation) {
        // method and argument come first: of a body the caller knows only what follows, of a query
        // what its argument is called
        var nodes =
                StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                        .map(Object::toString)
                        .toList();
        var path = nodes.stream().skip(nodes.size() > 2 ? 2 : 1).collect(Collectors.joining("."));
        return Map.of("path", path, "code", code(violation), "message", violation.getMessage());
    }

    /// The name of the constraint: `not-blank` for `@NotBlank`.
    private static String code(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return constraint
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> at(JsonMappingException e) {
        String path =
                e.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "" + r.getIndex() : r.getFieldName())
                        .collect(Collectors.joining("."));
        return Map.of("path", path);
    }
}
