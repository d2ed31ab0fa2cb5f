package io.jikim.retention.systems.domain;

import java.util.regex.Pattern;

/// The one shape of address that a system may have: the driver's other parameters can load classes
/// and write files, so only `sslmode` is let through.
public final class JdbcUrl {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "jdbc:postgresql://(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]{1,253})(:[0-9]{1,5})?/[A-Za-z0-9_-]{1,63}"
                            + "(\\?sslmode=(disable|require|verify-ca|verify-full))?");

    private JdbcUrl() {}

    public static boolean accepted(String url) {
        return SHAPE.matcher(url).matches();
    }
}
