package io.jikim.platform.edge;

import io.jikim.platform.problem.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/// Refuses query parameters that the operation does not have, or cannot read.
///
/// A misspelt filter would otherwise show everybody, and nobody would notice. Pages that people
/// open by a link may carry more: others add to links what they like. What came is never repeated,
/// because it may be what must not stand in an address.
class QueryParameters {

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void filter(UriInfo address, SimpleResourceInfo operation) {
        var given = address.getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var method = Operations.method(operation);
        var types = known.computeIfAbsent(method, QueryParameters::types);
        if (!method.isAnnotationPresent(PermitAll.class)
                && !types.keySet().containsAll(given.keySet())) {
            throw new Refusal(
                    400,
                    "unknown-parameter",
                    types.isEmpty()
                            ? "There are no query parameters here"
                            : "Known here: " + String.join(", ", types.keySet()));
        }
        types.forEach((name, type) ->
                given.getOrDefault(name, List.of()).forEach(value -> check(name, type, value)));
    }

    private static void check(String name, Class<?> type, String value) {
        if (!Legible.as(type, value)) {
            throw new Refusal(
                    400,
                    "invalid-request",
                    null,
                    List.of(Map.of("path", name, "message", "must be " + Legible.kind(type))));
        }
    }

    private static Map<String, Class<?>> types(Method method) {
        var types = new TreeMap<String, Class<?>>();
        for (Parameter parameter : method.getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                types.put(query.value(), parameter.getType());
            }
        }
        return types;
    }
}
