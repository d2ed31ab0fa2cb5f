package io.jikim.platform.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error answer (RFC 9457, `application/problem+json`) that tells the caller what to do
/// differently, and an attacker nothing.
public final class Problem {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    Map.entry(400, "The request cannot be understood"),
                    Map.entry(401, "A valid bearer token is needed"),
                    Map.entry(403, "This is not allowed"),
                    Map.entry(404, "There is nothing here"),
                    Map.entry(405, "This cannot be done here"),
                    Map.entry(406, "No such form of the answer"),
                    Map.entry(409, "This does not fit the present state"),
                    Map.entry(410, "This is gone"),
                    Map.entry(413, "The request is too large"),
                    Map.entry(414, "The address is too long"),
                    Map.entry(415, "This media type is not read here"),
                    Map.entry(422, "The request contradicts itself or an earlier one"),
                    Map.entry(429, "Too many requests"),
                    Map.entry(500, "Something went wrong here"),
                    Map.entry(503, "A part that is needed is away"));

    private final int status;
    private final String code;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String detail;
    private List<?> errors = List.of();

    private Problem(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /// `code` is kebab-case, stable, and becomes the type `urn:jikim:problem:<code>`.
    public static Problem of(int status, String code) {
        return new Problem(status, code);
    }

    public Problem detail(@Nullable String detail) {
        this.detail = detail;
        return this;
    }

    public Problem errors(List<?> errors) {
        this.errors = List.copyOf(errors);
        return this;
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Response response() {
        var response = Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(body());
        headers.forEach(response::header);
        return response.build();
    }

    /// The members in the order they are read; the same for answers that no resource gives.
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:jikim:problem:" + code);
        body.put("title", TITLES.getOrDefault(status, "The request was refused"));
        body.put("status", status);
        body.put("code", code);
        if (detail != null) {
            body.put("detail", detail);
        }
        body.put("instance", CurrentRequest.path());
        body.put("traceId", CurrentRequest.traceId());
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return body;
    }
}
