package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeMap;

/// The one way to write a JSON value down (RFC 8785, without fractions): what a certificate's
/// signature covers.
final class Canonical {

    /// The value has no canonical form: a fraction, or half of a surrogate pair.
    private static final class NoForm extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Canonical() {}

    /// UTF-8 without whitespace, keys in the order of their UTF-16 units; empty if there is no such
    /// form.
    static Optional<byte[]> bytes(JsonNode value) {
        try {
            var text = new StringBuilder();
            write(value, text);
            return Strict.utf8(text);
        } catch (NoForm e) {
            return Optional.empty();
        }
    }

    private static void write(JsonNode value, StringBuilder text) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, text);
            case ARRAY -> writeArray(value, text);
            case STRING -> writeString(value.textValue(), text);
            case BOOLEAN, NULL -> text.append(value.asText());
            case NUMBER -> writeNumber(value, text);
            case BINARY, MISSING, POJO -> throw new NoForm();
        }
    }

    private static void writeObject(JsonNode object, StringBuilder text) {
        var sorted = new TreeMap<String, JsonNode>();
        object.properties().forEach(p -> sorted.put(p.getKey(), p.getValue()));
        text.append('{');
        var between = new StringBuilder();
        sorted.forEach((key, value) -> {
            text.append(between);
            between.replace(0, between.length(), ",");
            writeString(key, text);
            text.append(':');
            write(value, text);
        });
        text.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            write(array.get(i), text);
        }
        text.append(']');
    }

    private static void writeNumber(JsonNode number, StringBuilder text) {
        if (!number.isIntegralNumber()) {
            throw new NoForm();
        }
        text.append(number.bigIntegerValue());
    }

    private static void writeString(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < 0x20) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
