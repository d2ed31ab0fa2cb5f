package io.jikim.audit.domain;

/// How this log stands to the newest head of it that a witness has: a head that the log's own key
/// signed.
public sealed interface Standing {

    /// The witness's head is a beginning of this log.
    record Continues(long witnessed) implements Standing {}

    /// There are fewer entries than were signed: this is an older copy of the log.
    record FallenBehind(long size, long witnessed) implements Standing {}

    /// The first `size` entries are not those that were signed.
    record Forked(long size) implements Standing {}

    /// Of a log of `size` entries; the tree over them is asked for the root that it had.
    static Standing of(Checkpoint witnessed, Tree tree) {
        if (witnessed.size() > tree.size()) {
            return new FallenBehind(tree.size(), witnessed.size());
        }
        var root = new Tree(witnessed.size(), tree.subtrees()).root();
        return root.equals(witnessed.root())
                ? new Continues(witnessed.size())
                : new Forked(witnessed.size());
    }

    /// In words, for whoever has to see to it.
    default String inWords() {
        return switch (this) {
            case Continues(var witnessed) -> "cosigned at " + witnessed + " entries";
            case FallenBehind(var size, var witnessed) ->
                    "this log has "
                            + size
                            + " entries, and had signed "
                            + witnessed
                            + ": its database is an older copy; nothing is appended";
            case Forked(var size) ->
                    "the first "
                            + size
                            + " entries are not those that were signed: the log was rewritten;"
                            + " nothing is appended";
        };
    }
}
