package io.jikim.platform.messaging;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header of the same name (W3C Trace Context §3.2), version 00.
public record Traceparent(String traceId, String spanId, String flags) {

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

    static Traceparent begin() {
        return new Traceparent(random() + random(), random(), "00");
    }

    /// What the caller sent, or a new trace where that is nothing we can read.
    static Traceparent of(@Nullable String header) {
        var form = FORM.matcher(header == null ? "" : header);
        return form.matches()
                ? new Traceparent(form.group(1), form.group(2), form.group(3))
                : begin();
    }

    Traceparent child() {
        return new Traceparent(traceId, random(), flags);
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
