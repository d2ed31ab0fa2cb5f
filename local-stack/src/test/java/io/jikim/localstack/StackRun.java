package io.jikim.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The launcher as a process, as a person starts it.
record StackRun(Process process, Path data, List<String> printed) implements AutoCloseable {

    static StackRun start(Path data, String... options) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Java.program(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                "target/classes:target/stack/lib/*",
                                "io.jikim.localstack.Main",
                                "--root=..",
                                "--clusters=one",
                                "--ports=random",
                                "--control=stdin",
                                "--data=" + data,
                                "--environment=" + data.resolve("stack.env")));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var run = new StackRun(process, data, new ArrayList<>());
        run.readUntil("READY");
        return run;
    }

    /// Returns at the first line with these words, or at the end of what it prints.
    String readUntil(String words) throws IOException {
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            printed.add(line);
            if (line.contains(words)) {
                return line;
            }
        }
        return "";
    }

    /// The process that a part consists of, by what its guard wrote down.
    ProcessHandle member(String part) throws IOException {
        var record = Files.readAllLines(data.resolve("processes").resolve(part));
        return ProcessHandle.of(Long.parseLong(record.getFirst())).orElseThrow();
    }

    /// What `./jikim status` prints.
    String status() throws IOException {
        var asked =
                new ProcessBuilder(
                                Java.program(),
                                "-cp",
                                "target/classes:target/stack/lib/*",
                                "io.jikim.localstack.Status",
                                data.resolve("stack.env").toString(),
                                data.toString())
                        .redirectErrorStream(true)
                        .start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return answer + "exit " + asked.onExit().join().exitValue();
    }

    String setting(String name) {
        return new EnvironmentFile(data.resolve("stack.env")).read().getOrDefault(name, "");
    }

    List<ProcessHandle> family() {
        return process.descendants().toList();
    }

    /// What a test's JVM does when it is gone: its end of the pipe closes.
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the stack does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
