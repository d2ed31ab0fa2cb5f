package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Set;

/// Reading a JSON object whose fields are known: one too many, missing or of another kind is
/// malformed.
record Fields(String path, JsonNode object) {

    static Fields of(String path, JsonNode value, Set<String> names) throws Malformed {
        if (!value.isObject()) {
            throw new Malformed("\"" + path + "\" is not an object");
        }
        for (var field : value.properties()) {
            if (!names.contains(field.getKey())) {
                throw new Malformed("\"" + path + "\" has an unknown field");
            }
        }
        return new Fields(path, value);
    }

    JsonNode any(String name) throws Malformed {
        var value = object.get(name);
        if (value == null) {
            throw new Malformed("\"" + path + "." + name + "\" is missing");
        }
        return value;
    }

    String text(String name) throws Malformed {
        var value = any(name);
        if (!value.isTextual()) {
            throw new Malformed("\"" + path + "." + name + "\" is not a text");
        }
        return value.textValue();
    }

    BigInteger whole(String name) throws Malformed {
        var value = any(name);
        if (!value.isIntegralNumber()) {
            throw new Malformed("\"" + path + "." + name + "\" is not a whole number");
        }
        return value.bigIntegerValue();
    }
}
