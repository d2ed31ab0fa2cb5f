package io.jikim.identity.people.domain;

import java.time.LocalDate;
import java.util.Optional;

/// How many items of a category met which fate; under which law, and until when, where they stay.
public record Outcome(
        String category, Fate fate, long count, Optional<String> basis, Optional<LocalDate> until) {

    public static Outcome of(String category, Fate fate, long count) {
        return new Outcome(category, fate, count, Optional.empty(), Optional.empty());
    }
}
