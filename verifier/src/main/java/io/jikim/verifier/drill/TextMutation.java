package io.jikim.verifier.drill;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Changes to the characters of a file, most of which a lenient parser would not see.
enum TextMutation {
    DOUBLED_KEY((text, random) ->
            once(text, "\"[a-zA-Z]+\" ?: ?(\"[^\"]*\"|[0-9]+)", random, m -> m + "," + m)),
    KEY_ESCAPED(
            (text, random) -> once(text, "\"[a-zA-Z]+\" ?:", random, TextMutation::escapeFirst)),
    VALUE_ESCAPED((text, random) ->
            once(
                    text,
                    ": ?\"[a-zA-Z0-9]",
                    random,
                    m -> m.substring(0, m.length() - 1) + escape(m.charAt(m.length() - 1)))),
    NUMBER((text, random) ->
            once(text, "[0-9]+(?=[,}\\s])", random, m -> pick(random, numbers(m)))),
    NUMBER_AS_TEXT((text, random) -> once(text, "(?<=: ?)[0-9]+", random, m -> "\"" + m + "\"")),
    LITERAL((text, random) ->
            once(
                    text,
                    "(\"[^\"]*\"|[0-9]+)(?=[,}\\s])",
                    random,
                    m ->
                            pick(
                                    random,
                                    "true",
                                    "null",
                                    "nul",
                                    "NaN",
                                    "Infinity",
                                    "{}",
                                    "[]",
                                    "'x'",
                                    "truex",
                                    "undefined"))),
    DEEP((text, random) -> once(text, "(?<=: ?)\"[^\"]*\"", random, m -> nest(random, m))),
    SURROGATE((text, random) ->
            once(
                    text,
                    "[a-zA-Z0-9가-힣](?=[^\"]*\")",
                    random,
                    m ->
                            pick(
                                    random,
                                    "\\ud800",
                                    "\\udc00",
                                    "\\uD83D\\uDE00",
                                    "\\ud83d",
                                    "\\ude00\\ud83d",
                                    "\\uD83Dx"))),
    OTHER_UNICODE((text, random) ->
            once(
                    text,
                    "[a-zA-Z0-9가-힣]",
                    random,
                    m ->
                            pick(
                                    random, "é", "e\u0301", "\u0000", "\u007f", "\u2028", "\u00a0",
                                    "\uFEFF", "\t", "ａ", "\\u0000", "\\b", "\\/", "\\x41",
                                    "\\u12g4", "\\'", "\\"))),
    SPACE((text, random) ->
            once(
                    text,
                    "[,:{}\\[\\]]",
                    random,
                    m ->
                            pick(
                                            random, " ", "\t", "\r\n", "\u000b", "\u00a0", "\f",
                                            "/**/", "//\n", "")
                                    + m)),
    COMMA((text, random) ->
            once(text, "[,:{}\\[\\]\"]", random, m -> pick(random, "", m + m, ",", m + ","))),
    BYTE_ORDER_MARK((text, random) -> pick(random, "\uFEFF" + text, text + "\uFEFF")),
    TRAILING((text, random) ->
            text + pick(random, "x", " {}", "\u0000", "\n\n", "]", "1", ",", "\u2028", "/* */")),
    LONG_NAME((text, random) ->
            text.replaceFirst("\"level\"", "\"" + "n".repeat(49_999 + random.nextInt(3)) + "\"")),
    NOTE_LINE((text, random) ->
            once(
                    text,
                    "\\\\n",
                    random,
                    m ->
                            pick(
                                    random,
                                    "",
                                    "\\n\\n",
                                    "\\r\\n",
                                    "\\u0000",
                                    "\\nextension\\n",
                                    "\\u2028",
                                    " \\n"))),
    BASE64((text, random) ->
            once(
                    text,
                    "[A-Za-z0-9+/]=*\"",
                    random,
                    m ->
                            pick(
                                    random,
                                    "=" + m,
                                    m.replace("=", ""),
                                    "-\"",
                                    "\"",
                                    "A" + m,
                                    " " + m,
                                    "\\n" + m)));

    private final BiFunction<String, Random, String> change;

    TextMutation(BiFunction<String, Random, String> change) {
        this.change = change;
    }

    byte[] apply(byte[] good, Random random) {
        var text = new String(good, StandardCharsets.UTF_8);
        return change.apply(text, random).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Replaces one of the places that fit.
    private static String once(
            String text,
            String pattern,
            Random random,
            java.util.function.UnaryOperator<String> by) {
        List<MatchResult> places = Pattern.compile(pattern).matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        var place = places.get(random.nextInt(places.size()));
        return text.substring(0, place.start())
                + by.apply(place.group())
                + text.substring(place.end());
    }

    private static String[] numbers(String number) {
        return new String[] {
            "-" + number,
            "-0",
            "0" + number,
            number + ".0",
            number + "e0",
            number + "E+0",
            "+" + number,
            number + ".",
            "." + number,
            "1e400",
            "-1e-400",
            "0x1",
            number + "_000",
            number + "n",
            "18446744073709551615",
            "18446744073709551616",
            "9007199254740993",
            "9".repeat(999),
            "9".repeat(1_000),
            "9".repeat(1_001),
            "-" + "9".repeat(999),
            "-" + "9".repeat(1_000),
            "0." + "1".repeat(998),
            "0." + "1".repeat(999),
            "1e" + "1".repeat(998),
            "1e" + "1".repeat(999),
            number
        };
    }

    private static String nest(Random random, String inner) {
        int depth = 990 + random.nextInt(20);
        return random.nextBoolean()
                ? "[".repeat(depth) + inner + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + inner + "}".repeat(depth);
    }

    private static String escapeFirst(String key) {
        return "\"" + escape(key.charAt(1)) + key.substring(2);
    }

    private static String escape(char character) {
        return String.format(Locale.ROOT, "\\u%04x", (int) character);
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
