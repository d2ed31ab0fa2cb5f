package io.jikim.retention.systems.domain;

import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Outcome;
import java.util.List;

/// One thing to do with the rows of one table that are about the person in one way.
///
/// @param tallied whether the order asks for it now; a step of an earlier round only takes away
///   what had to stay then
public record Step(MappedTable table, About about, Todo todo, boolean tallied) {

    /// What is done.
    public sealed interface Todo {
        /// The row goes.
        record Erase() implements Todo {}

        /// The row goes after its copy stands in the archive.
        record Archive(Basis basis) implements Todo {}

        /// The row stays and loses these columns.
        record Blank(List<Column> columns, Outcome outcome) implements Todo {
            public Blank {
                columns = List.copyOf(columns);
            }
        }

        /// The row is counted and left as it is.
        record Leave(Outcome outcome) implements Todo {}
    }

    public Category category() {
        return new Category(about.category());
    }

    /// Whether the row itself has to go.
    public boolean removes() {
        return switch (todo) {
            case Todo.Erase _, Todo.Archive _ -> true;
            case Todo.Blank _, Todo.Leave _ -> false;
        };
    }
}
