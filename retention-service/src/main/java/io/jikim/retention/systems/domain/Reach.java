package io.jikim.retention.systems.domain;

/// How rows of a table are reached from a person.
public sealed interface Reach {
    /// The column whose value leads there.
    String column();

    /// The column holds one of the person's own aliases.
    record Person(PersonKind kind, Alias by, String column) implements Reach {}

    /// The column refers to `references` of a row of an earlier table that is the person's own.
    record Through(String table, String column, String references) implements Reach {}

    /// What a person is called in an operator's database.
    enum Alias {
        EXTERNAL_ID,
        EMAIL
    }
}
