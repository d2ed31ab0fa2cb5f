package io.jikim.platform.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One look at, or change of, personal data: who does what, why, and from where.
///
/// `reason` is a code `[A-Z_]{3,40}`; `from` is a network address and `note` is free text, so both
/// leave the service only sealed.
public record Access(
        Actor actor, String action, String reason, String from, @Nullable String note) {

    private static final Pattern REASON = Pattern.compile("[A-Z_]{3,40}");

    public Access {
        if (!isReason(reason)) {
            throw new IllegalArgumentException("A reason is a code [A-Z_]{3,40}");
        }
    }

    public Access(Actor actor, String action, String reason, String from) {
        this(actor, action, reason, from, null);
    }

    public static boolean isReason(@Nullable String code) {
        return code != null && REASON.matcher(code).matches();
    }
}
