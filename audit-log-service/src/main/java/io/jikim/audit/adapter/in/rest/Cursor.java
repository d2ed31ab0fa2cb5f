package io.jikim.audit.adapter.in.rest;

import io.jikim.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a list goes on, as text that means nothing to a client.
final class Cursor {
    private static final Pattern INDEX = Pattern.compile("1:(0|[1-9][0-9]{0,17})");
    private static final long BEGINNING = -1;

    private Cursor() {}

    static String behind(long index) {
        var bytes = ("1:" + index).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @throws Refusal 400 `cursor-unknown` for a text that no answer of ours has held
    static long read(@Nullable String cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            var index = INDEX.matcher(text);
            if (index.matches()) {
                return Long.parseLong(index.group(1));
            }
        } catch (IllegalArgumentException _) {
            // the same answer as for a text that decodes to something else
        }
        throw new Refusal(400, "cursor-unknown", "Give back `next` of the page before, unchanged");
    }
}
