package io.jikim.testkit.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One operation of a committed OpenAPI document.
///
/// `body`: the media type of its request body; `statuses`: the answers that the document knows.
public record ApiOperation(
        String verb,
        String path,
        List<Parameter> parameters,
        Optional<String> body,
        Set<String> statuses) {

    /// A named value in the path, the query or a header; `kind` is `uuid`, `integer` or `string`.
    public record Parameter(String in, String name, String kind, boolean required) {

        boolean isId() {
            return kind.equals("uuid") && !name.equals("before") && !name.equals("after");
        }
    }

    /// As it stands in the table and in `deploy/public-operations.txt`.
    public String line() {
        return verb + " " + path;
    }

    public boolean writes() {
        return !verb.equals("GET");
    }

    public boolean takesJson() {
        return body.filter(type -> type.equals("application/json")).isPresent();
    }

    /// Whether path or query name a thing by an id that somebody else may know, too.
    public boolean takesAnId() {
        return parameters.stream()
                .anyMatch(parameter -> !parameter.in.equals("header") && parameter.isId());
    }

    public boolean takes(String parameter) {
        return parameters.stream().anyMatch(known -> known.name.equals(parameter));
    }

    public boolean needs(String parameter) {
        return parameters.stream()
                .anyMatch(known -> known.name.equals(parameter) && known.required);
    }

    /// A request that is well-formed and names nothing that exists.
    public Call probe() {
        var call = new Call(this);
        for (var parameter : parameters) {
            if (parameter.in.equals("path")) {
                call = call.path(parameter.name, nothing(parameter));
            }
        }
        return body.isPresent() ? call.body("{}") : call;
    }

    private static String nothing(Parameter parameter) {
        return switch (parameter.kind) {
            case "uuid" -> UUID.randomUUID().toString();
            case "integer" -> "999999";
            default -> "nothing";
        };
    }
}
