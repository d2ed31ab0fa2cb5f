package io.jikim.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts the project's other programs as processes of their own, as a person would.
final class Programs {

    private final Path root;

    Programs(Path root) {
        this.root = root;
    }

    /// What a finished program answered.
    record Result(int exit, String output) {}

    /// The offline verifier. Without a key it takes its own default, which is no key of this file.
    Result verify(Path file, Path key) {
        return finish(
                start(
                        "verifier/target/verifier",
                        "io.jikim.verifier.Verify",
                        List.of(file.toString(), "--key", key.toString()),
                        Map.of(),
                        null));
    }

    /// The newsletter service; its output goes to `log`.
    Process newsletter(Map<String, String> environment, Path log) {
        return start(
                "examples/participant/target/newsletter",
                "io.jikim.example.newsletter.Newsletter",
                List.of(),
                environment,
                log);
    }

    private Process start(
            String directory,
            String main,
            List<String> arguments,
            Map<String, String> environment,
            @org.jspecify.annotations.Nullable Path log) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx96m",
                                "-cp",
                                root.resolve(directory) + "/*",
                                main));
        command.addAll(arguments);
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            if (log != null) {
                Files.createDirectories(log.getParent());
                builder.redirectOutput(log.toFile());
            }
            return builder.start();
        } catch (IOException e) {
            throw new StoryBroken("Cannot start " + main, e);
        }
    }

    private static Result finish(Process process) {
        try (var output = process.inputReader()) {
            var text = new StringBuilder();
            output.lines().forEach(line -> text.append(line).append('\n'));
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StoryBroken("The verifier does not end");
            }
            return new Result(process.exitValue(), text.toString());
        } catch (IOException e) {
            throw new StoryBroken("The verifier cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted", e);
        }
    }
}
