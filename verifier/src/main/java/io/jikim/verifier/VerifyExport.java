package io.jikim.verifier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;

/// `VerifyExport FILE [RECORDS] --key FILE [--json]`: exit 0 if every record of the export stands
/// in the log as it is shown, 1 if one does not, 2 if that cannot be said because something cannot
/// be read.
public final class VerifyExport {

    private VerifyExport() {}

    public static void main(String[] args) {
        Program.main(args, VerifyExport::run);
    }

    /// Like `main`, for one who goes on afterwards.
    ///
    /// @return the exit code
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        boolean json = args.contains("--json");
        try {
            var asked = AskedExport.parse(args);
            var key = VerifierKey.read(asked.key());
            try (var files = ExportFiles.open(asked)) {
                var verdict = ExportVerdict.of(files, key);
                out.println(json ? json(verdict) : inWords(verdict));
                return Program.HOLDS;
            }
        } catch (DoesNotHold e) {
            out.println(
                    json
                            ? json("fails", e)
                            : "FAILS  " + e.getMessage() + "\nThis export does not hold.");
            return Program.FAILS;
        } catch (Malformed e) {
            if (json) {
                out.println(json("unreadable", e));
            } else {
                err.println("Cannot verify: " + e.getMessage());
            }
            return Program.UNREADABLE;
        }
    }

    private static String inWords(ExportVerdict verdict) {
        var export = verdict.export();
        var head = export.head().head();
        var text = new StringBuilder();
        text.append("holds  checkpoint: signed by ").append(head.origin());
        text.append("\nholds  records: ").append(export.count());
        text.append(", each as one of the ").append(head.size()).append(" entries has it");
        verdict.readable()
                .ifPresent(name -> text.append("\nholds  ").append(name).append(": says the same"));
        if (!export.complete()) {
            text.append("\nMore records follow behind this export.");
        }
        return text.append("\nThis export holds. It cannot show that no record was left out.")
                .toString();
    }

    private static ObjectNode json(ExportVerdict verdict) {
        var export = verdict.export();
        return JsonNodeFactory.instance
                .objectNode()
                .put("verdict", "holds")
                .put("origin", export.head().head().origin())
                .put("size", export.head().size())
                .put("records", export.count())
                .put("complete", export.complete())
                .put("readable", verdict.readable().orElse(null));
    }

    private static ObjectNode json(String verdict, Exception reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("verdict", verdict)
                .put("reason", reason.getMessage());
    }
}
