package io.jikim.audit.domain;

import java.util.Set;

/// Who is given an answer about a person, and what of each record is opened to them.
public enum Viewer {
    /// The person herself sees in which role somebody acted; by which account and from where is
    /// about somebody else.
    HERSELF {
        @Override
        public boolean sees(String field) {
            return HERS.contains(field);
        }
    },

    /// Whoever may search access records sees everything but whom else a record is about.
    OFFICER {
        @Override
        public boolean sees(String field) {
            return !field.equals("subjects");
        }
    };

    private static final Set<String> HERS =
            Set.of("event", "type", "time", "role", "action", "resource", "reason", "places");

    public abstract boolean sees(String field);
}
