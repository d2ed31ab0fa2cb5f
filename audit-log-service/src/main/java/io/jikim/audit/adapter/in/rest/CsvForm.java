package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.port.Disclosures.Disclosure;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Comma-separated values (RFC 4180, UTF-8): a column per field under its name in the leaf.
///
/// A value that a spreadsheet would take for a formula has an apostrophe before it (CWE-1236).
record CsvForm() implements ExportForm {
    private static final String INDEX = "logIndex";
    private static final List<String> FIELDS =
            List.of(
                    "event",
                    "time",
                    "actor",
                    "account",
                    "role",
                    "from",
                    "action",
                    "resource",
                    "subjects",
                    "count",
                    "queryDigest",
                    "reason",
                    "note",
                    "source",
                    "position",
                    "type",
                    "tenant");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠]");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n\\t]|^['\\s]|\\s\\z");
    private static final String END = "\r\n";

    @Override
    public String mediaType() {
        return "text/csv;charset=utf-8;header=present";
    }

    @Override
    public String suffix() {
        return "csv";
    }

    @Override
    public String head() {
        return INDEX + "," + String.join(",", FIELDS) + END;
    }

    @Override
    public String record(Disclosure record) {
        var values = FIELDS.stream().map(name -> cell(record.fields().getOrDefault(name, "")));
        return Stream.concat(Stream.of(Long.toString(record.index())), values)
                .collect(Collectors.joining(",", "", END));
    }

    private static String cell(String value) {
        var harmless = FORMULA.matcher(value).find() ? "'" + value : value;
        return QUOTED.matcher(harmless).find()
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
