package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.port.Wanted;
import io.jikim.audit.application.port.Wanted.Filter;
import io.jikim.audit.application.port.Wanted.Times;
import io.jikim.platform.problem.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// By what access records are asked for.
record AskedAccesses(
        @Nullable UUID subjectRef,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String system,
        @Nullable String from,
        @Nullable String until) {
    /// As the contract of the event has it.
    static final String ACTION = "[A-Za-z0-9][A-Za-z0-9:._-]{0,79}";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /// @throws Refusal 400 `time-unreadable`, `time-range-empty` or `cursor-unknown`
    Wanted behind(@Nullable String after, Cursors cursors) {
        var times = new Times(time("from", from), time("until", until));
        if (times.from().isPresent()
                && times.until().isPresent()
                && !times.from().get().isBefore(times.until().get())) {
            throw new Refusal(400, "time-range-empty", "from must be before until");
        }
        var filter =
                new Filter(
                        Optional.ofNullable(subjectRef),
                        Optional.ofNullable(actor),
                        Optional.ofNullable(action),
                        Optional.ofNullable(system),
                        times);
        return new Wanted(filter, cursors.read(after, asList()));
    }

    /// What a cursor is good for.
    List<String> asList() {
        return Stream.of(subjectRef, actor, action, system, from, until)
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    private static Optional<Instant> time(String name, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return Optional.of(time);
            }
        } catch (DateTimeParseException _) {
            // the same answer as for a time that nothing was done at
        }
        throw new Refusal(
                400,
                "time-unreadable",
                name + ": a time as 2026-11-24T10:02:03Z or 2026-11-24T19:02:03%2B09:00");
    }
}
