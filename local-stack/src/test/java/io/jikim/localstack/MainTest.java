package io.jikim.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class MainTest {
    @TempDir Path data;

    @Test
    void keeps_data_when_it_ends_and_starts_again() throws Exception {
        try (var first = StackRun.start(data, "--parts=postgres")) {
            execute(first, "create table kept (what text)");
            execute(first, "insert into kept values ('a promise')");
            assertThat(first.end()).isZero();
        }
        try (var second = StackRun.start(data, "--parts=postgres")) {
            assertThat(query(second, "select what from kept")).isEqualTo("a promise");
            assertThat(query(second, "show fsync")).isEqualTo("on");
            assertThat(query(second, "show synchronous_commit")).isEqualTo("on");
            second.end();
        }
    }

    @Test
    void leaves_no_process_when_it_is_killed() throws Exception {
        try (var run = StackRun.start(data, "--parts=postgres,kafka")) {
            var family = run.family();
            assertThat(family).isNotEmpty();

            run.process().destroyForcibly().waitFor();

            for (var member : family) {
                member.onExit().get(20, TimeUnit.SECONDS);
                assertThat(member.isAlive()).isFalse();
            }
        }
    }

    @Test
    void starts_a_part_again_that_was_killed_and_gives_it_up_at_the_fifth_time() throws Exception {
        try (var run = StackRun.start(data, "--parts=postgres")) {
            for (var time = 1; time < Kept.ENDS; time++) {
                run.member("postgres").destroyForcibly();
                assertThat(run.readUntil("postgres")).contains("is being started again");
                assertThat(run.readUntil("postgres")).contains("jdbc:postgresql:");
            }
            assertThat(query(run, "select 'here'")).isEqualTo("here");

            run.member("postgres").destroyForcibly();

            assertThat(run.readUntil("postgres")).contains("given up: it ended 5 times");
            assertThat(run.status())
                    .contains("DOWN  postgres ")
                    .contains("given up: it ended 5 times")
                    .endsWith("exit 1");

            Files.createFile(data.resolve("stack.heal"));

            assertThat(run.readUntil("postgres")).contains("jdbc:postgresql:");
            assertThat(query(run, "select 'again'")).isEqualTo("again");
            assertThat(run.end()).isZero();
        }
    }

    @Test
    void ends_what_a_killed_guard_left_before_it_starts_the_part_again() throws Exception {
        try (var run = StackRun.start(data, "--parts=postgres")) {
            var left = run.member("postgres");
            left.parent().orElseThrow().destroyForcibly();

            run.readUntil("jdbc:postgresql:");

            assertThat(runs(left)).isFalse();
            assertThat(run.member("postgres").isAlive()).isTrue();
            assertThat(query(run, "select 'here'")).isEqualTo("here");
        }
    }

    /// Who has ended but was not yet asked how by the process that took it over does not run.
    private static boolean runs(ProcessHandle process) throws IOException {
        try {
            return !Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())))
                    .contains(") Z ");
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    @Test
    void names_a_port_that_is_taken_and_starts_nothing() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var run =
                        StackRun.start(
                                data,
                                "--parts=postgres,mail",
                                "--port=smtp:" + other.getLocalPort())) {
            assertThat(run.end()).isEqualTo(1);
            assertThat(String.join("\n", run.printed()))
                    .contains("port " + other.getLocalPort() + " (smtp) is taken");
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    private static void execute(StackRun run, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(run.setting("JIKIM_LIVE_ADMIN_URL"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(StackRun run, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(run.setting("JIKIM_LIVE_ADMIN_URL"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
