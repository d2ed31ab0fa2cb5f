package io.jikim.localstack;

import java.io.IOException;
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
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            run.printed.add(line);
            if (line.equals("READY")) {
                break;
            }
        }
        return run;
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
