package io.jikim.platform.crypto;

import java.time.YearMonth;
import java.util.UUID;
import java.util.regex.Pattern;

/// Names one data key of a tenant: whose data it seals, of which class, and when they all fall due.
///
/// Records that fall due in different months have different keys, or one could not be destroyed
/// without its neighbours. A class that begins with `archive:` is wrapped under the archive's key,
/// every other one under the live key.
public record KeyName(UUID subject, String keyClass, String expiry) {

    /// No end is known yet.
    public static final String OPEN = "open";

    private static final String ARCHIVE = "archive:";
    private static final Pattern CLASS = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,99}");

    public KeyName {
        if (!CLASS.matcher(keyClass).matches()) {
            throw new IllegalArgumentException("A key class is [a-z0-9._:-]");
        }
        if (!expiry.equals(OPEN)) {
            YearMonth.parse(expiry);
        }
    }

    public static KeyName open(UUID subject, String keyClass) {
        return new KeyName(subject, keyClass, OPEN);
    }

    /// A key of the archive: what it seals is destroyed in month `due`.
    public static KeyName archived(UUID subject, String category, YearMonth due) {
        return new KeyName(subject, ARCHIVE + category, due.toString());
    }

    /// The key-encrypting key that wraps it.
    public String kek() {
        return keyClass.startsWith(ARCHIVE) ? "archive" : "live";
    }
}
