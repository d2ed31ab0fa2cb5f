package io.jikim.consent.policy.adapter.out.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.platform.crypto.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The canonical form of a tree, by which equal policies have equal digests.
class Canonical {

    private Canonical() {}

    static String json(JsonNode node) {
        return CanonicalJson.of(value(node));
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                node.properties()
                        .forEach(field -> object.put(field.getKey(), value(field.getValue())));
                yield object;
            }
            case ARRAY -> {
                List<Object> array = new ArrayList<>();
                node.forEach(element -> array.add(value(element)));
                yield array;
            }
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.longValue();
            case STRING -> node.textValue();
            case NULL, MISSING, BINARY, POJO ->
                    throw new IllegalArgumentException("a policy has no " + node.getNodeType());
        };
    }
}
