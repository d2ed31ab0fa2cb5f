package io.jikim.identity.people.domain;

import java.util.Optional;

/// How many items of a category met which fate, and under which law where they stay.
public record Outcome(String category, Fate fate, long count, Optional<String> basis) {}
