package io.jikim.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `VerifyProof FILE --key FILE [--entry FILE] [--witness FILE]`: exit 0 if the entry stands in the
/// log whose key is given (C2SP tlog-proof), 1 if the file does not prove it, 2 if something cannot
/// be read.
public final class VerifyProof {
    private static final int LARGEST = 2 << 20;

    private VerifyProof() {}

    public static void main(String[] args) {
        Program.main(args, VerifyProof::run);
    }

    /// Like `main`, for one who goes on afterwards.
    ///
    /// @return the exit code
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            out.println(check(AskedProof.parse(args)));
            return Program.HOLDS;
        } catch (DoesNotHold e) {
            out.println("FAILS  " + e.getMessage() + "\nThis file does not prove what it says.");
            return Program.FAILS;
        } catch (Malformed e) {
            err.println("Cannot verify: " + e.getMessage());
            return Program.UNREADABLE;
        }
    }

    private static String check(AskedProof asked) throws Malformed, DoesNotHold {
        var key = VerifierKey.read(asked.key());
        var proof = ProofFile.read(read(asked.file()));
        var head = SignedHead.read(proof.checkpoint().getBytes(StandardCharsets.UTF_8), key);
        if (asked.witness().isPresent()) {
            WitnessKey.read(asked.witness().get()).requireCosigned(head);
        }
        proof.requireLeads(entry(asked, proof), head);
        return "holds  checkpoint: signed by "
                + key.name()
                + "\nholds  inclusion proof: entry "
                + proof.index()
                + " of "
                + head.size()
                + " leads to the root\nThis entry stands in the log.";
    }

    private static byte[] entry(AskedProof asked, ProofFile proof) throws Malformed {
        return asked.entry().isPresent()
                ? read(asked.entry().get())
                : proof.extra()
                        .orElseThrow(() ->
                                new Malformed(
                                        "the proof does not say of which entry it is: --entry FILE"));
    }

    private static byte[] read(Path file) throws Malformed {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Malformed("the file is larger than any proof or entry: " + file);
            }
            return bytes;
        } catch (IOException e) {
            throw new Malformed("the file cannot be read: " + file);
        }
    }
}
