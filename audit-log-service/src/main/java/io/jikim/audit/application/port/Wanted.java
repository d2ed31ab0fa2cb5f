package io.jikim.audit.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which access records are looked for, and behind which index; -1 for the beginning.
public record Wanted(Filter filter, long after) {

    /// Those about one person.
    public static Wanted about(UUID subject, long after) {
        return new Wanted(
                new Filter(
                        Optional.of(subject),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Times.ALL),
                after);
    }

    public Wanted behind(long index) {
        return new Wanted(filter, index);
    }

    /// All of it must hold. `system` is the source that told the record.
    public record Filter(
            Optional<UUID> subject,
            Optional<String> actor,
            Optional<String> action,
            Optional<String> system,
            Times times) {}

    /// When it was done: from `from` on, before `until`.
    public record Times(Optional<Instant> from, Optional<Instant> until) {
        public static final Times ALL = new Times(Optional.empty(), Optional.empty());

        public boolean areBounded() {
            return from.isPresent() || until.isPresent();
        }
    }
}
