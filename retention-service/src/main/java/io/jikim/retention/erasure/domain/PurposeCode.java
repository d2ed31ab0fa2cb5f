package io.jikim.retention.erasure.domain;

import java.util.regex.Pattern;

/// A purpose for which the policy lets items be used.
public record PurposeCode(String code) implements Comparable<PurposeCode> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    public PurposeCode {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a purpose code: " + code);
        }
    }

    @Override
    public int compareTo(PurposeCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
