package io.jikim.retention.erasure.domain;

import java.util.regex.Pattern;

/// One item of personal data that the policy names, such as an e-mail address.
public record ItemCode(String code) implements Comparable<ItemCode> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    public ItemCode {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a item code: " + code);
        }
    }

    @Override
    public int compareTo(ItemCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
