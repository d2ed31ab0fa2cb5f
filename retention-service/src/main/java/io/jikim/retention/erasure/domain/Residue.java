package io.jikim.retention.erasure.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where copies of deleted rows may still lie, and until when, so that a certificate claims no more
/// than is known.
///
/// @param where code of the place: `heap`, `wal`, `backups`, `not-looked-for`
/// @param until last day on which something may remain; unknown when the operator did not say
public record Residue(String where, @Nullable LocalDate until) {
    /// A connected system in which nobody could look for the person: no identifier is left.
    public static final Residue NOT_LOOKED_FOR = new Residue("not-looked-for", null);

    /// Where deleted rows of any database may still lie, when nobody said until when.
    static final List<Residue> OF_DELETED_ROWS =
            List.of(
                    new Residue("heap", null),
                    new Residue("wal", null),
                    new Residue("backups", null));
}
