package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.port.Answers.Range;
import io.jikim.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where an answer goes on, and to which checkpoint it leads, as text that means nothing to a
/// client.
final class AnswerCursor {
    private static final Pattern RANGE =
            Pattern.compile("a1:(0|[1-9][0-9]{0,17}):(0|[1-9][0-9]{0,17})");

    private AnswerCursor() {}

    static String of(Range range) {
        var bytes =
                ("a1:" + range.after() + ":" + range.size()).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @throws Refusal 400 `cursor-unknown` for a text that no answer of ours has held
    static Optional<Range> read(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            var range = RANGE.matcher(text);
            if (range.matches()) {
                return Optional.of(
                        new Range(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
            }
        } catch (IllegalArgumentException _) {
            // the same answer as for a text that decodes to something else
        }
        throw unknown();
    }

    static Refusal unknown() {
        return new Refusal(400, "cursor-unknown", "Give back `next` of the page before, unchanged");
    }
}
