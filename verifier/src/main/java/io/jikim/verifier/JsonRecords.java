package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// JSON Lines, compared by what they mean.
final class JsonRecords implements ReadableForm {
    private final Function<ExportedRecord, JsonNode> form;

    /// @param form what a record looks like
    JsonRecords(Function<ExportedRecord, JsonNode> form) {
        this.form = form;
    }

    /// Index and fields under their own names.
    static JsonNode plain(ExportedRecord record) {
        var line = JsonNodeFactory.instance.objectNode().put("logIndex", record.index());
        new TreeMap<>(record.fields()).forEach(line::put);
        if (record.fields().containsKey("subjects")) {
            var subjects = line.putArray("subjects");
            record.subjects().forEach(subjects::add);
        }
        return line;
    }

    @Override
    public void readNext(Lines readable, ExportedRecord record) throws Malformed, DoesNotHold {
        var line =
                readable.next()
                        .orElseThrow(() -> new DoesNotHold(readable.here() + ": is missing"));
        if (!sameMeaning(readable, line, form.apply(record))) {
            throw ReadableForm.differs(readable, record);
        }
    }

    private static boolean sameMeaning(Lines readable, byte[] line, JsonNode expected)
            throws Malformed {
        try {
            Optional<byte[]> said = Canonical.bytes(Strict.json(line));
            Optional<byte[]> meant = Canonical.bytes(expected);
            return said.isPresent() && meant.isPresent() && Arrays.equals(said.get(), meant.get());
        } catch (Malformed e) {
            throw new Malformed(readable.here() + ": " + e.getMessage());
        }
    }
}
