package io.jikim.platform.edge;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/// Whether a text can be read as the type of a parameter. An empty one counts as none.
final class Legible {

    private Legible() {}

    static boolean as(Class<?> type, String text) {
        if (text.isEmpty()) {
            return !type.isPrimitive();
        }
        try {
            parse(type, text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return type == UUID.class ? "an id (UUID)" : "a number";
    }

    private static Object parse(Class<?> type, String text) {
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        return text;
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }
}
