package io.jikim.audit.adapter.in.rest;

import java.util.List;

/// The persons of a record, as its leaf commits to them: joined by commas.
final class Subjects {
    static final String FIELD = "subjects";

    private Subjects() {}

    static List<String> of(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }
}
