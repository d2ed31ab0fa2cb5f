package io.jikim.verifier;

/// Values out of a file, written so that they cannot play tricks on the terminal they are shown in.
final class Printable {
    private Printable() {}

    /// Between quotation marks, as JSON has it.
    static String quoted(String value) {
        return '"' + text(value) + '"';
    }

    static String text(String value) {
        var out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (isInvisible(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// Controls, and what changes the direction or hides between two characters.
    private static boolean isInvisible(char c) {
        return c < 0x20
                || c >= 0x7f && c <= 0x9f
                || c >= 0x200b && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2060 && c <= 0x206f
                || c == 0xfeff;
    }
}
