package io.jikim.verifier.drill;

import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;

/// Changes to a checkpoint that the log itself signs, or that are made to the lines under its text.
enum NoteMutation {
    ORIGIN_CHANGED(
            (text, random) ->
                    any(
                                    random,
                                    "",
                                    " ",
                                    "other",
                                    "a b",
                                    "a+b",
                                    "a\u00a0b",
                                    "a\u0085b",
                                    "a\u2028b",
                                    "a\ufeffb",
                                    "지킴",
                                    "\ud83d\ude00",
                                    "—",
                                    "a\tb")
                            + text.substring(text.indexOf('\n')),
            (note, random) -> note),
    SIZE_CHANGED(
            (text, random) ->
                    text.replace(
                            "\n5\n",
                            "\n"
                                    + any(
                                            random,
                                            "05",
                                            "+5",
                                            " 5",
                                            "5 ",
                                            "-5",
                                            "0",
                                            "1",
                                            "3",
                                            "4",
                                            "6",
                                            "7",
                                            "8",
                                            "18446744073709551615",
                                            "18446744073709551616",
                                            "99999999999999999999",
                                            "100000000000000000000",
                                            "５",
                                            "5.0",
                                            "")
                                    + "\n"),
            (note, random) -> note),
    ROOT_CHANGED(
            (text, random) ->
                    text.replaceFirst(
                            "=\n$", any(random, "\n", "==\n", "= \n", "=\n\n", "A\n", "-\n")),
            (note, random) -> note),
    EXTENDED(
            (text, random) ->
                    text
                            + any(
                                    random,
                                    "x\n",
                                    "x\ny\n",
                                    "\n",
                                    "\nx\n",
                                    "지킴\n",
                                    "\u0085\n",
                                    "\u2028\n",
                                    "x\u007f\n",
                                    "\ud83d\ude00\n",
                                    "— x AAAAAAA=\n",
                                    "\t\n",
                                    "\r\n",
                                    "\ud800\n",
                                    "?\n"),
            (note, random) -> note),
    EXTENSION_EXCHANGED(
            (text, random) -> text + "a?b\n",
            (note, random) -> note.replace("a?b", any(random, "a?b", "a\ud800b", "a\ufffdb"))),
    MORE_SIGNATURES(
            (text, random) -> text,
            (note, random) ->
                    note
                            + any(
                                    random,
                                    "— other AAAAAAA=\n",
                                    "— other AAAAAA==\n",
                                    "— other AAAAAAB=\n",
                                    "— other AAAA\n",
                                    "— a b AAAAAAA=\n",
                                    "— a+b AAAAAAA=\n",
                                    "— a\u00a0b AAAAAAA=\n",
                                    "— a\u0085b AAAAAAA=\n",
                                    "— a\u2028b AAAAAAA=\n",
                                    "— a\u3000b AAAAAAA=\n",
                                    "— a\u180eb AAAAAAA=\n",
                                    "— a\ufeffb AAAAAAA=\n",
                                    "— a\u200bb AAAAAAA=\n",
                                    "— \ud83d\ude00 AAAAAAA=\n",
                                    "— other AAAAAAA\n",
                                    "- other AAAAAAA=\n",
                                    "—  AAAAAAA=\n",
                                    "— other AAAAAAA=",
                                    "\n",
                                    "— other  AAAAAAA=\n",
                                    "— other AAAAAAA= \n",
                                    "— other AAAAAAA=\r\n")),
    SIGNATURES_REPEATED(
            (text, random) -> text,
            (note, random) ->
                    note
                            + note.substring(note.indexOf("— "))
                                    .repeat(any(random, 1, 2, 98, 99, 100, 101))),
    SIGNATURE_BROKEN(
            (text, random) -> text,
            (note, random) -> {
                var line = note.substring(note.indexOf("— "));
                int at = line.length() - 10 - random.nextInt(40);
                var broken = line.substring(0, at) + 'A' + line.substring(at + 1);
                return random.nextBoolean() ? note + broken : note.replace(line, broken);
            });

    private final BiFunction<String, Random, String> text;
    private final BiFunction<String, Random, String> note;

    NoteMutation(BiFunction<String, Random, String> text, BiFunction<String, Random, String> note) {
        this.text = text;
        this.note = note;
    }

    String text(String good, Random random) {
        return text.apply(good, random);
    }

    String note(String signed, Random random) {
        return note.apply(signed, random);
    }

    @Override
    public String toString() {
        return "note: " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @SafeVarargs
    private static <T> T any(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
