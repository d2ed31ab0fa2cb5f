package io.jikim.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180), compared to the byte.
final class CsvRecords implements ReadableForm {
    private static final List<String> COLUMNS =
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
    private static final Pattern FORMULA =
            Pattern.compile("[=+@\\-\t\r\n\uff1d\uff0b\uff0d\uff20]");
    private static final Pattern TO_QUOTE = Pattern.compile("[,\"\r\n\t]");

    @Override
    public void readHead(Lines readable) throws Malformed, DoesNotHold {
        var head = bytes("logIndex," + String.join(",", COLUMNS) + "\r\n");
        if (!Arrays.equals(readable.next(head.length), head)) {
            throw new DoesNotHold(readable.here() + ": does not name the columns of an export");
        }
    }

    @Override
    public void readNext(Lines readable, ExportedRecord record) throws Malformed, DoesNotHold {
        var cells = COLUMNS.stream().map(name -> "," + cell(record.field(name)));
        var line = bytes(record.index() + cells.collect(Collectors.joining()) + "\r\n");
        if (!Arrays.equals(readable.next(line.length), line)) {
            throw ReadableForm.differs(readable, record);
        }
    }

    private static String cell(String value) {
        if (value.isEmpty()) {
            return value;
        }
        boolean formula = FORMULA.matcher(value.substring(0, 1)).matches();
        var shown = formula ? "'" + value : value;
        boolean quoted =
                TO_QUOTE.matcher(shown).find()
                        || shown.startsWith("'")
                        || isSpace(shown.charAt(0))
                        || isSpace(shown.charAt(shown.length() - 1));
        return quoted ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
    }

    private static boolean isSpace(char c) {
        return " \t\n\u000b\f\r".indexOf(c) >= 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
