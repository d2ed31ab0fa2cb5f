package io.jikim.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir Path directory;

    @Test
    void a_stopped_process_that_does_not_listen_leaves_nobody_behind() throws Exception {
        var children = directory.resolve("children");
        // has a child from the beginning, and another one as soon as it is asked to end
        var deaf =
                """
                trap 'sleep 1000 & echo $! >> "$0"' TERM
                sleep 1000 & echo $! >> "$0"
                echo $$ >> "$0"
                while :; do wait; done
                """;
        var process =
                ChildProcess.start(
                        "TERM",
                        List.of("/bin/sh", "-c", deaf, children.toString()),
                        Map.of(),
                        directory.resolve("logs/deaf.log"));
        await(children, 2);

        process.stop(Duration.ofSeconds(2));

        assertThat(process.alive()).isFalse();
        assertThat(Files.readAllLines(children)).hasSize(3);
        for (var pid : Files.readAllLines(children)) {
            assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                    .as("process %s", pid)
                    .isEmpty();
        }
    }

    private static void await(Path file, int lines) throws IOException, InterruptedException {
        while (!Files.exists(file) || Files.readAllLines(file).size() < lines) {
            Thread.sleep(10);
        }
    }
}
