package io.jikim.platform.crypto;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// JSON in the one form that can be hashed and signed (RFC 8785): sorted names, no spaces.
///
/// Fractions are refused: nobody can tell how the next language writes them.
public final class CanonicalJson {

    private static final BigInteger SAFE = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /// Takes maps with string names, iterables, strings, booleans, null, integers up to 2^53 - 1;
    /// UUIDs, instants and enum constants are written as strings.
    ///
    /// @throws IllegalArgumentException for everything else
    public static String of(@Nullable Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean b -> out.append(b);
            case Integer _, Long _, Short _, Byte _, BigInteger _ -> integer(value.toString());
            case CharSequence text -> string(text.toString());
            case UUID _, Instant _, Enum<?> _ -> string(value.toString());
            case Map<?, ?> map -> object(map);
            case Iterable<?> list -> array(list);
            default ->
                    throw new IllegalArgumentException(
                            "No canonical form for " + value.getClass().getSimpleName());
        }
    }

    private void object(Map<?, ?> map) {
        // String.compareTo compares UTF-16 code units, which is the order RFC 8785 §3.2.3 asks for
        var sorted = new TreeMap<String, Object>();
        for (var entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new IllegalArgumentException("A name in JSON is a string");
            }
            sorted.put(name, entry.getValue());
        }
        out.append('{');
        String comma = "";
        for (var entry : sorted.entrySet()) {
            out.append(comma);
            string(entry.getKey());
            out.append(':');
            write(entry.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private void array(Iterable<?> list) {
        out.append('[');
        String comma = "";
        for (Object element : list) {
            out.append(comma);
            write(element);
            comma = ",";
        }
        out.append(']');
    }

    private void integer(String digits) {
        if (new BigInteger(digits).abs().compareTo(SAFE) > 0) {
            throw new IllegalArgumentException("JSON keeps integers only up to 2^53 - 1");
        }
        out.append(digits);
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                i = pair(text, i);
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private int pair(String text, int at) {
        if (at + 1 >= text.length()
                || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            throw new IllegalArgumentException("A text holds half a character");
        }
        out.append(text, at, at + 2);
        return at + 1;
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
