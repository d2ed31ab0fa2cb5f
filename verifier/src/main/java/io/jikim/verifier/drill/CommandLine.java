package io.jikim.verifier.drill;

import io.jikim.verifier.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The verifier that `./jikim verify` starts, in this process.
final class CommandLine {
    private final Path bundle;
    private final Path key;
    private final Path logKey;

    CommandLine(Path directory) {
        bundle = directory.resolve("bundle.json");
        key = directory.resolve("key.pem");
        logKey = directory.resolve("log-key.pem");
    }

    Verdict verdict(Spoilt spoilt) throws IOException {
        Files.write(bundle, spoilt.bundle());
        Files.write(key, spoilt.key());
        Files.write(logKey, spoilt.logKey());
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var args =
                List.of(bundle.toString(), "--key", key.toString(), "--log-key", logKey.toString());
        int exit = Verify.run(args, out, nowhere);
        var lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        // the last line says in words what the exit code says
        return new Verdict(exit, lines.subList(0, Math.max(0, lines.size() - 1)));
    }
}
