package io.jikim.benchmarks.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.benchmarks.Progress;
import io.jikim.benchmarks.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tessera on POSIX files, in a process of its own (`src/tessera`), where Go is at hand.
final class Peer {

    private static final String GO = System.getProperty("jikim.go", "");

    private Peer() {}

    /// Figures, or `notRun` with the reason.
    static JsonNode measure(Path root, Path scratch) throws IOException, InterruptedException {
        if (GO.isEmpty()) {
            return notRun("no Go");
        }
        Progress.say("peer: Tessera");
        var program = scratch.resolve("tessera").toString();
        var built = run(root.resolve("benchmarks/src/tessera"), GO, "build", "-o", program, ".");
        if (built.exit() != 0) {
            return notRun("go build: " + built.error().strip());
        }
        var logs = Files.createDirectories(scratch.resolve("tessera-logs"));
        var measured = run(scratch, program, logs.toString());
        Trees.delete(logs);
        return measured.exit() == 0
                ? new ObjectMapper().readTree(measured.output())
                : notRun(measured.error().strip());
    }

    private static JsonNode notRun(String why) {
        return new ObjectMapper().createObjectNode().put("notRun", why);
    }

    private record Ended(int exit, String output, String error) {}

    private static Ended run(Path directory, String... command)
            throws IOException, InterruptedException {
        var error = Files.createTempFile("jikim", "peer");
        var process =
                new ProcessBuilder(List.of(command))
                        .directory(directory.toFile())
                        .redirectError(error.toFile())
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var ended = new Ended(process.waitFor(), output, Files.readString(error));
        Files.delete(error);
        return ended;
    }
}
