package io.jikim.verifier.drill;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Certificates in canonical form by construction (RFC 8785), of what canonical writers get wrong:
/// the order of keys, characters that need an escape or must have none, large numbers. All of them
/// hold.
final class StrangeCertificate {

    /// The first seven are those of RFC 8785 §3.2.3.
    private static final List<String> NAMES =
            List.of(
                    "\u20ac",
                    "\r",
                    "\ufb33",
                    "1",
                    "\ud83d\ude00",
                    "\u0080",
                    "\u00f6",
                    "",
                    "a",
                    "A",
                    "aa",
                    "\u0000",
                    "\"",
                    "\\",
                    "/",
                    "\u2028",
                    "\uffff",
                    "\ue000",
                    "\ud800\udc00",
                    "지킴",
                    "10",
                    "2");

    private static final List<String> VALUES =
            List.of(
                    "0",
                    "-1",
                    "9007199254740993",
                    "-18446744073709551616",
                    "9".repeat(1_000),
                    "true",
                    "false",
                    "null",
                    "[]",
                    "{}",
                    "[0,[],{\"\":null},\"\"]",
                    "\"\\u0000\\u0001\\u000b\\u001f\"",
                    "\"\\b\\t\\n\\f\\r\"",
                    "\"\\\"\\\\/\"",
                    "\"\u007f\u0080\u2028\u2029\ufeff\uffff\"",
                    "\"\ud83d\ude00\udbff\udfff\"",
                    "\"<script>&'\"",
                    "[".repeat(900) + "]".repeat(900));

    private StrangeCertificate() {}

    static String draw(Random random) {
        // in the order of UTF-16 units, as Java compares
        var fields = new TreeMap<String, String>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            fields.put(
                    NAMES.get(random.nextInt(NAMES.size())),
                    VALUES.get(random.nextInt(VALUES.size())));
        }
        if (random.nextInt(4) == 0) {
            fields.put("revision", VALUES.get(random.nextInt(VALUES.size())));
        }
        return fields.entrySet().stream()
                .map(field -> "\"" + escaped(field.getKey()) + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String name) {
        return switch (name) {
            case "\r" -> "\\r";
            case "\u0000" -> "\\u0000";
            case "\"" -> "\\\"";
            case "\\" -> "\\\\";
            default -> name;
        };
    }
}
