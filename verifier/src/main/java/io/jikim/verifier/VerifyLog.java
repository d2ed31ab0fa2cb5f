package io.jikim.verifier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// `VerifyLog DIRECTORY|ADDRESS|jdbc:… --key FILE [--from INDEX] [--values-from INDEX] [--state
/// FILE] [--witness FILE] [--json]`: exit 0 if the log is what its key signed, 1 if it is not, 2 if
/// that cannot be said because something cannot be read.
public final class VerifyLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private VerifyLog() {}

    public static void main(String[] args) {
        Program.main(args, (words, out, err) -> run(words, PATIENCE, out, err));
    }

    /// @param patience how long one answer of a server may take
    public static int run(List<String> args, Duration patience, PrintStream out, PrintStream err) {
        AskedLog asked;
        try {
            asked = AskedLog.parse(args);
        } catch (Malformed e) {
            err.println("Cannot verify: " + e.getMessage());
            return Program.UNREADABLE;
        }
        try {
            var verdict = check(asked, patience);
            out.println(asked.json() ? json(verdict) : inWords(verdict));
            return Program.HOLDS;
        } catch (DoesNotHold e) {
            out.println(
                    asked.json()
                            ? json("fails", e)
                            : "FAILS  " + e.getMessage() + "\nThis log does not hold.");
            return Program.FAILS;
        } catch (Malformed e) {
            if (asked.json()) {
                out.println(json("unreadable", e));
            } else {
                err.println("Cannot verify: " + e.getMessage());
            }
            return Program.UNREADABLE;
        }
    }

    private static LogVerdict check(AskedLog asked, Duration patience)
            throws Malformed, DoesNotHold {
        var key = VerifierKey.read(asked.key());
        var state = asked.state().map(AcceptedHead::new);
        var accepted = state.isEmpty() ? Optional.<SignedHead>empty() : state.get().last(key);
        var verdict = check(asked, patience, key, accepted);
        if (asked.witness().isPresent()) {
            WitnessKey.read(asked.witness().get()).requireCosigned(verdict.head());
        }
        if (state.isPresent()) {
            state.get().accept(verdict.head());
        }
        return verdict;
    }

    private static LogVerdict check(
            AskedLog asked, Duration patience, VerifierKey key, Optional<SignedHead> accepted)
            throws Malformed, DoesNotHold {
        if (asked.isDatabase()) {
            return DatabaseVerdict.of(asked, key, accepted);
        }
        if (!asked.isRemote()) {
            return LogVerdict.of(
                    new DirectorySource(asked.directory()), key, asked.from(), accepted);
        }
        try (var source = new HttpSource(asked.address(), patience)) {
            return LogVerdict.of(source, key, asked.from(), accepted);
        }
    }

    private static String inWords(LogVerdict verdict) {
        var head = verdict.head().head();
        var text = new StringBuilder();
        text.append("holds  checkpoint: signed by ").append(head.origin());
        text.append("\nholds  entries: ").append(read(verdict));
        text.append("\nholds  root: ").append(Base64.getEncoder().encodeToString(head.root()));
        verdict.accepted()
                .ifPresent(size ->
                        text.append("\nholds  growth: the ")
                                .append(size)
                                .append(" entries accepted before are its beginning"));
        return text.append(
                        "\nThis log holds. Whether others are shown another one, only a witness can say.")
                .toString();
    }

    private static String read(LogVerdict verdict) {
        long size = verdict.head().size();
        return verdict.entries() == size
                ? "all " + size + " read"
                : verdict.entries()
                        + " read, from "
                        + (size - verdict.entries())
                        + " on, of "
                        + size;
    }

    private static ObjectNode json(LogVerdict verdict) {
        var head = verdict.head().head();
        return JsonNodeFactory.instance
                .objectNode()
                .put("verdict", "holds")
                .put("origin", head.origin())
                .put("size", verdict.head().size())
                .put("root", Base64.getEncoder().encodeToString(head.root()))
                .put("entriesRead", verdict.entries());
    }

    private static ObjectNode json(String verdict, Exception reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("verdict", verdict)
                .put("reason", reason.getMessage());
    }
}
