package io.jikim.identity.people.domain;

import java.util.regex.Pattern;

/// The operator's own id of a person, 1 to 200 visible characters; personal data, so it never
/// prints itself.
public record ExternalId(String value) {

    /// With one character at least that can be seen: neither a space of any kind, nor a filler that
    /// Unicode counts as a letter or symbol.
    public static final String SHAPE =
            "[^\\p{Cc}]*[^\\p{Z}\\p{C}\\u115f\\u1160\\u2800\\u3164\\uffa0][^\\p{Cc}]*";

    private static final Pattern SEEN = Pattern.compile(SHAPE);

    public ExternalId {
        if (value.length() > 200 || !SEEN.matcher(value).matches()) {
            throw new IllegalArgumentException("An external id has 1 to 200 visible characters");
        }
    }

    @Override
    public String toString() {
        return "ExternalId[…]";
    }
}
