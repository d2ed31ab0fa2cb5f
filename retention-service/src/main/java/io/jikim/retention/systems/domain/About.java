package io.jikim.retention.systems.domain;

import java.util.List;

/// One way in which rows of a table are about a person, and what is done with them then.
///
/// @param columns for ANONYMISE: what is blanked; empty otherwise
/// @param legalEvent for ARCHIVE: the first of these that has a value starts the period; empty
///   otherwise
public record About(
        String category,
        Reach reach,
        Action action,
        List<String> whenNull,
        List<String> columns,
        List<String> legalEvent) {

    public About {
        whenNull = List.copyOf(whenNull);
        columns = List.copyOf(columns);
        legalEvent = List.copyOf(legalEvent);
    }

    /// What is done with rows that are about a person.
    public enum Action {
        /// The person's own row goes.
        ERASE,
        /// The person's own row goes; what a law keeps of it is archived before.
        ARCHIVE,
        /// Somebody else's row: it loses only what was about the person.
        ANONYMISE
    }

    /// Whether the row is the person's own, so that rows referring to it can be hers too.
    public boolean own() {
        return action != Action.ANONYMISE;
    }
}
