package io.jikim.audit;

import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.NoteKey;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.verifier.Witness;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// For `@QuarkusTestResource`: a witness beside the service, a process of its own.
public final class WitnessProcess implements QuarkusTestResourceLifecycleManager {
    static final String NAME = "witness.test/w1";
    private static final String RUNNING = "jikim.test.witness";

    /// Starts it for the service, which is told its key and address.
    @Override
    public Map<String, String> start() {
        try {
            var directory = Files.createTempDirectory("jikim-witness");
            var key = new NoteKey("jikim.test/log", publicKey());
            Files.writeString(directory.resolve("log.vkey"), key.verifierKey() + "\n");
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            System.setProperty(RUNNING + ".directory", directory.toString());
            System.setProperty(RUNNING + ".port", Integer.toString(port));
            return Map.of("JIKIM_WITNESSES", run() + " http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        kill();
    }

    /// Without a word of goodbye.
    static void kill() {
        var pid = Long.getLong(RUNNING + ".pid", 0);
        ProcessHandle.of(pid)
                .ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }

    /// Starts it, again with the same state and at the same address. Returns its key.
    static String run() throws IOException {
        var directory = Path.of(System.getProperty(RUNNING + ".directory", ""));
        var said = start(directory, Integer.getInteger(RUNNING + ".port", 0));
        System.setProperty(RUNNING + ".pid", String.valueOf(said.get("pid")));
        return String.valueOf(said.get("witness"));
    }

    /// One for the log whose key is in the directory, where it keeps its state. Returns what it
    /// says: its `witness` key, where it `listens`; and its `pid`.
    static Map<String, String> start(Path directory, int port) throws IOException {
        var process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx64m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Witness.class.getName(),
                                        "--name",
                                        NAME,
                                        "--state",
                                        directory.resolve("state").toString(),
                                        "--log",
                                        directory.resolve("log.vkey").toString(),
                                        "--listen",
                                        "127.0.0.1:" + port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var lines = process.inputReader();
        var key = lines.readLine();
        var listens = lines.readLine();
        if (key == null || listens == null) {
            throw new IOException("the witness did not start");
        }
        return Map.of(
                "witness", key.substring("witness ".length()),
                "listens", listens.substring("listens on ".length()),
                "pid", Long.toString(process.pid()));
    }

    private static byte[] publicKey() throws IOException {
        var keys = LocalStack.shared().environment("audit-log-service").get("JIKIM_KEYS_DIR");
        var pem = Files.readString(Path.of(String.valueOf(keys), "log.pub.pem"));
        var spki = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return Arrays.copyOfRange(spki, spki.length - Hash.LENGTH, spki.length);
    }
}
