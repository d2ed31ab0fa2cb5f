package io.jikim.retention.erasure.domain;

import java.util.regex.Pattern;

/// A category of data that the policy has one retention rule for, such as contracts or login logs.
public record Category(String code) implements Comparable<Category> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    public Category {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a category code: " + code);
        }
    }

    @Override
    public int compareTo(Category other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
