package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `Verify FILE [--key FILE] [--log-key FILE]`, of a certificate or of one entry of the log: exit 0
/// if everything in the file holds, 1 if something does not (a certificate without a log proof is
/// one), 2 if the file, a key or the command cannot be read.
public final class Verify {
    private static final long LARGEST = 16L << 20;

    private Verify() {}

    public static void main(String[] args) {
        Program.main(args, Verify::run);
    }

    /// Like `main`, for one who goes on afterwards.
    ///
    /// @return the exit code
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            var asked = Asked.parse(args);
            var file = Strict.json(readFile(asked.file()));
            var findings = EntryFile.is(file) ? entry(file, asked) : certificate(file, asked);
            findings.all()
                    .forEach(f -> out.println((f.holds() ? "holds  " : "FAILS  ") + f.claim()));
            findings.remark().ifPresent(out::println);
            out.println(
                    findings.allHold()
                            ? "Everything in this file holds."
                            : "This file does not prove what it says.");
            return findings.allHold() ? Program.HOLDS : Program.FAILS;
        } catch (Malformed e) {
            err.println("Cannot verify: " + e.getMessage());
            return Program.UNREADABLE;
        }
    }

    private static String revision(String number) {
        return "This is revision "
                + number
                + "; a later one may say more, and no file can show that there is none.";
    }

    private static Findings certificate(JsonNode file, Asked asked) throws Malformed {
        var bundle = Bundle.read(file);
        var key = PublicKeyFile.read(asked.key());
        var findings = new Findings();
        var digest = CertificateCheck.check(bundle, key, findings);
        if (bundle.log().isEmpty()) {
            findings.fails("log: no log proof in this file");
        } else {
            var logKey = PublicKeyFile.read(asked.logKey());
            new LogCheck(bundle.log().get(), findings).check(digest, logKey);
        }
        bundle.revision().ifPresent(number -> findings.remark(revision(number)));
        return findings;
    }

    private static Findings entry(JsonNode file, Asked asked) throws Malformed {
        var entry = EntryFile.read(file);
        var findings = new Findings();
        new LogCheck(entry.log(), findings).check(PublicKeyFile.read(asked.logKey()));
        return findings;
    }

    private static byte[] readFile(Path file) throws Malformed {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Malformed("the file is larger than any certificate: " + file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Malformed("the file cannot be read: " + file);
        }
    }
}
