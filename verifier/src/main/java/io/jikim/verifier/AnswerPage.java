package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A file: one page of what the log has answered about a person.
///
/// @param name of the file
/// @param first the number with which the answer begins, 0 where it has none
/// @param last the number with which it ends
/// @param unnumbered how many records are said to be older than numbering
record AnswerPage(
        String name,
        String subject,
        long first,
        long last,
        long unnumbered,
        List<AnsweredRecord> records,
        String checkpoint) {
    private static final Pattern SUBJECT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> NAMES =
            Set.of("subject", "first", "last", "unnumbered", "records", "checkpoint", "next");

    AnswerPage {
        records = List.copyOf(records);
    }

    static AnswerPage read(String name, byte[] file) throws Malformed {
        try {
            return read(name, Strict.json(file));
        } catch (Malformed e) {
            throw new Malformed(name + ": " + e.getMessage());
        }
    }

    private static AnswerPage read(String name, JsonNode file) throws Malformed {
        var fields = Fields.of("file", file, NAMES);
        var subject = fields.text("subject");
        if (!SUBJECT.matcher(subject).matches()) {
            throw new Malformed("\"subject\" is not a person's reference");
        }
        var records = new ArrayList<AnsweredRecord>();
        var listed = fields.any("records");
        if (!listed.isArray()) {
            throw new Malformed("\"records\" is not a list");
        }
        for (var record : listed) {
            records.add(AnsweredRecord.read(record));
        }
        long first = numberOrNone(fields, "first");
        long last = numberOrNone(fields, "last");
        if (first > last || first == 0 && last > 0) {
            throw new Malformed("\"first\" and \"last\" are no range");
        }
        return new AnswerPage(
                name,
                subject,
                first,
                last,
                AnsweredRecord.whole(fields, "unnumbered"),
                records,
                fields.text("checkpoint"));
    }

    private static long numberOrNone(Fields fields, String name) throws Malformed {
        var value = fields.object().path(name);
        return value.isNull() || value.isMissingNode() ? 0 : AnsweredRecord.whole(fields, name);
    }
}
