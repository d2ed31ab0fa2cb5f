package io.jikim.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./jikim` as a person runs it.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class CommandTest {
    @TempDir Path directory;
    private CommandTree tree;

    @BeforeEach
    void layOut() throws Exception {
        tree = CommandTree.in(directory);
    }

    @AfterEach
    void end() throws Exception {
        tree.run("down");
        tree.unlink();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bogus",
                "help x",
                "up --bogus",
                "up --port",
                "up --port mailbox",
                "up --port mailbox:99999",
                "up --port letterbox:1234",
                "up --only",
                "up --only postgres,cassandra",
                "down --bogus",
                "down --purge --purge",
                "status --bogus",
                "logs --bogus",
                "logs ../keys/keyset",
                "logs kafka mail",
                "logs -f",
                "package --bogus",
                "demo --bogus",
                "demo --only kafka",
                "test --bogus",
                "test -pl",
                "verify",
                "verify --bogus",
                "verify no-such-file",
                "verify jikim --key",
                "verify jikim --key no-such-key",
            })
    void says_in_one_sentence_what_it_does_not_understand(String words) throws Exception {
        var answer = tree.run(words.split(" "));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.text()).startsWith("jikim: ").doesNotContain("\n");
        assertThat(tree.data()).doesNotExist();
    }

    @Test
    void says_that_nothing_runs() throws Exception {
        var answer = tree.run("status");

        assertThat(answer.text()).isEqualTo("The stack is not running.");
        assertThat(answer.exit()).isEqualTo(1);
    }

    @Test
    void names_a_port_that_is_taken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answer = tree.run("up", "--port", "mailbox:" + other.getLocalPort());

            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.text())
                    .contains("port " + other.getLocalPort() + " (mailbox) is taken");
            assertThat(tree.data().resolve("stack.pid")).doesNotExist();
        }
    }

    @Test
    void says_that_the_disk_is_full() throws Exception {
        tree.program("df", "printf 'Filesystem\\nx 9000 8988 12 99%% /\\n'");

        var answer = tree.run(tree.clusters("--detach"));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text()).contains("of free disk are needed").endsWith("there are 12 MB");
        assertThat(tree.data()).doesNotExist();
    }

    @Test
    void says_that_it_cannot_write() throws Exception {
        Files.createFile(tree.data());

        var answer = tree.run(tree.clusters("--detach"));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text())
                .endsWith(
                        "jikim: cannot write to %s (is its disk full?); nothing of the stack runs"
                                .formatted(tree.data().toRealPath()));
    }

    @Test
    void starts_shows_and_stops_a_stack() throws Exception {
        assertThat(tree.run(tree.clusters("--detach")).exit()).isZero();
        var family = tree.family();
        assertThat(family).hasSize(4);

        var status = tree.run("status");
        assertThat(status.text()).contains("up    postgres-keys").doesNotContain("DOWN");
        assertThat(status.exit()).isZero();
        assertThat(tree.run("up").text()).contains("The stack is up and healthy");

        assertThat(tree.run("down").exit()).isZero();
        assertThat(family).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void starts_all_of_it_again_when_its_launcher_was_killed() throws Exception {
        var up = tree.clusters("--detach");
        assertThat(tree.run(up).exit()).isZero();
        var launcher = ProcessHandle.of(tree.launcher()).orElseThrow();
        launcher.destroyForcibly();
        launcher.onExit().join();

        var status = tree.run("status");
        assertThat(status.exit()).isEqualTo(1);

        assertThat(tree.run(up).exit()).isZero();
        assertThat(tree.run("status").exit()).isZero();
    }

    @Test
    void ends_what_a_killed_launcher_left() throws Exception {
        var left = new ProcessBuilder("sleep", "600").start();
        record(left, startTime(left));

        var down = tree.run("down");

        assertThat(down.text()).contains("Ending kafka (process " + left.pid() + ")");
        assertThat(down.exit()).isZero();
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void leaves_a_process_alone_that_only_has_the_number_of_ours() throws Exception {
        var foreign = new ProcessBuilder("sleep", "600").start();
        try {
            record(foreign, "1");

            assertThat(tree.run("down").text()).isEqualTo("The stack is not running.");
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void leaves_nothing_when_it_is_interrupted_half_way(String signal) throws Exception {
        var up = tree.start(tree.clusters());
        var reader = up.inputReader();
        for (var line = reader.readLine(); !line.equals("Starting"); line = reader.readLine()) {
            assertThat(up.isAlive()).isTrue();
        }
        while (Files.notExists(tree.data().resolve("stack.pid"))) {
            assertThat(up.isAlive()).isTrue();
            Thread.onSpinWait();
        }

        new ProcessBuilder("kill", "-" + signal, String.valueOf(up.pid())).start().waitFor();

        assertThat(up.waitFor(2, TimeUnit.MINUTES))
                .as("it has ended; what a script starts as a background job ignores INT for good")
                .isTrue();
        var answer = CommandTree.ended(up);
        assertThat(answer.text()).endsWith("jikim: interrupted; nothing of the stack runs");
        assertThat(answer.exit()).isEqualTo(130);
        assertThat(tree.data().resolve("stack.pid")).doesNotExist();
        assertThat(tree.data().resolve("processes")).doesNotExist();
        assertThat(commands()).noneMatch(command -> command.contains(directory.toString()));
    }

    private static List<String> commands() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
    }

    private void record(Process process, String startTime) throws IOException {
        var records = Files.createDirectories(tree.data().resolve("processes"));
        Files.writeString(records.resolve("kafka"), process.pid() + "\n" + startTime + "\nTERM\n");
    }

    private static String startTime(Process process) throws IOException {
        var state = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return state.substring(state.lastIndexOf(')') + 2).split(" ")[19];
    }
}
