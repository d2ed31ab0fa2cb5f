package io.jikim.retention.systems.domain;

import org.jspecify.annotations.Nullable;

/// What becomes of one column of a mapped table.
///
/// @param item the policy's item that the column holds; null for what is no item of its own
/// @param blank what stands in the column when its row has to stay, `{key}` being the row's key;
///   null is SQL null
public record Column(String name, Treatment as, @Nullable String item, @Nullable String blank) {

    /// What a column is to the person whose row it is in.
    public enum Treatment {
        /// Names the row; stays as long as the row.
        KEY,
        /// Refers to another row.
        LINK,
        /// Says nothing about a person.
        KEEP,
        /// Personal: goes with its row, or is blanked.
        ERASE,
        /// As ERASE, and part of the archive copy where a law keeps the record.
        ARCHIVE
    }

    /// Whether the column must not survive the erasure of the person.
    public boolean personal() {
        return as == Treatment.ERASE || as == Treatment.ARCHIVE;
    }
}
