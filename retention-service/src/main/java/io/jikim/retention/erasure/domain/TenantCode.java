package io.jikim.retention.erasure.domain;

import java.util.regex.Pattern;

/// The controller whose policy is lived up to, as tokens name it.
public record TenantCode(String code) implements Comparable<TenantCode> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,40}");

    public TenantCode {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a tenant code: " + code);
        }
    }

    @Override
    public int compareTo(TenantCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
