package io.jikim.platform.access;

import java.util.regex.Pattern;

/// A controller with its own policy; everything stored belongs to exactly one.
public record Tenant(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");

    public Tenant {
        if (!isCode(code)) {
            throw new IllegalArgumentException("A tenant's code is [a-z0-9-]{1,40}");
        }
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
