package io.jikim.identity.verification.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/// Six digits that only the reader of a mail knows; never printed, never stored.
public record Code(String digits) {

    private static final Pattern SIX = Pattern.compile("[0-9]{6}");

    public Code {
        if (!SIX.matcher(digits).matches()) {
            throw new IllegalArgumentException("A code has six digits");
        }
    }

    /// In constant time.
    public boolean matches(Code other) {
        return MessageDigest.isEqual(
                digits.getBytes(StandardCharsets.US_ASCII),
                other.digits.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Code[…]";
    }
}
