package io.jikim.platform.messaging.ops;

import io.jikim.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for: what comes after an id, and how many at most. A caller passes
/// the cursor back as it came.
public record Page(@Nullable UUID after, int size) {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    /// @throws Refusal 400 `invalid-cursor` or `invalid-limit`
    public static Page of(@Nullable String cursor, @Nullable Integer limit) {
        int size = limit == null ? USUAL : limit;
        if (size < 1 || size > MOST) {
            throw new Refusal(400, "invalid-limit", "1 to " + MOST);
        }
        return new Page(cursor == null ? null : read(cursor), size);
    }

    /// Null where nothing follows `last`, which is where the page is not full.
    public @Nullable String next(int found, @Nullable UUID last) {
        return found < size || last == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static UUID read(String cursor) {
        try {
            byte[] id = Base64.getUrlDecoder().decode(cursor);
            return UUID.fromString(new String(id, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "invalid-cursor", "Pass `next` back as it came");
        }
    }
}
