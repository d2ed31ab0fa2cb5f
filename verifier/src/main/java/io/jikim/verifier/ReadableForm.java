package io.jikim.verifier;

import java.util.Optional;

/// A form of the records for people or their tools: nothing stands in it that is not in the proof,
/// so each line is made again and compared.
interface ReadableForm {

    /// @throws DoesNotHold where the head is another
    default void readHead(Lines readable) throws Malformed, DoesNotHold {}

    /// @throws DoesNotHold where the next record does not say what this one does
    void readNext(Lines readable, ExportedRecord record) throws Malformed, DoesNotHold;

    /// By how the file's name ends; empty for any other.
    static Optional<ReadableForm> of(String name) {
        if (name.endsWith(".csv")) {
            return Optional.of(new CsvRecords());
        }
        if (name.endsWith(".ocsf.jsonl")) {
            return Optional.of(new JsonRecords(OcsfRecord::of));
        }
        return name.endsWith(".jsonl")
                ? Optional.of(new JsonRecords(JsonRecords::plain))
                : Optional.empty();
    }

    static DoesNotHold differs(Lines readable, ExportedRecord record) {
        return new DoesNotHold(
                readable.here() + ": does not say what the proof has of entry " + record.index());
    }
}
