package io.jikim.audit.adapter.in.rest;

import java.util.Locale;

/// Which activity of a datastore an action is: the last word of its code says it.
final class OcsfActivity {
    private static final int OTHER = 99;

    private OcsfActivity() {}

    static int of(String action) {
        return switch (verb(action)) {
            case "read" -> 1;
            case "change", "update" -> 2;
            case "search", "search_own" -> 4;
            case "create" -> 6;
            case "delete" -> 7;
            case "list" -> 8;
            default -> OTHER;
        };
    }

    /// That of the schema, or the action itself where it is no activity of the schema's.
    static String name(String action) {
        return switch (of(action)) {
            case 1 -> "Read";
            case 2 -> "Update";
            case 4 -> "Query";
            case 6 -> "Create";
            case 7 -> "Delete";
            case 8 -> "List";
            default -> action;
        };
    }

    private static String verb(String action) {
        int before = Math.max(action.lastIndexOf('.'), action.lastIndexOf(':'));
        return action.substring(before + 1).toLowerCase(Locale.ROOT);
    }
}
