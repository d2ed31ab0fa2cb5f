package io.jikim.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `Witness --name NAME --state DIRECTORY --log FILE… [--listen HOST:PORT] [--publish FILE]`:
/// cosigns what each log has signed, as long as it only grows (C2SP tlog-witness). Runs until it is
/// ended; exit 2 if it cannot begin.
public final class Witness {
    private static final int UNREADABLE = 2;
    private static final String SECONDS = "20";

    private Witness() {}

    public static void main(String[] args) throws InterruptedException {
        // the server of the JDK waits for a slow client without end unless it is told
        System.setProperty("sun.net.httpserver.maxReqTime", SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", SECONDS);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var started = start(AskedWitness.parse(List.of(args)), InstantSource.system(), out);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            new CountDownLatch(1).await();
        } catch (Malformed | IOException e) {
            System.err.println("Cannot witness: " + e.getMessage());
            System.exit(UNREADABLE);
        }
    }

    /// Says on which address it listens and under which key it cosigns.
    static WitnessServer start(AskedWitness asked, InstantSource clock, PrintStream out)
            throws Malformed, IOException {
        Files.createDirectories(asked.state());
        var held = lock(asked.state());
        try {
            return serve(asked, clock, out, held);
        } catch (Malformed | IOException e) {
            held.close();
            throw e;
        }
    }

    private static WitnessServer serve(
            AskedWitness asked, InstantSource clock, PrintStream out, FileChannel held)
            throws Malformed, IOException {
        var cosigner = Cosigner.in(asked.state(), asked.name());
        var logs = new ArrayList<WitnessedLog>();
        for (var file : asked.logs()) {
            var log = new WitnessedLog(VerifierKey.read(file), cosigner, asked.state());
            if (logs.stream().anyMatch(other -> other.origin().equals(log.origin()))) {
                throw new Malformed("two keys for the log " + log.origin());
            }
            // what another witness has left here is refused before anything is promised
            log.newest();
            logs.add(log);
        }
        if (asked.published().isPresent()) {
            DurableFile.write(
                    asked.published().get(),
                    cosigner.key() + "\n",
                    PosixFilePermissions.fromString("rw-r--r--"));
        }
        var server = new WitnessServer(logs, clock, out, held);
        out.println("witness " + cosigner.key());
        out.println("listens on http://" + server.listen(asked.host(), asked.port()));
        return server;
    }

    /// Two witnesses over one state would each cosign another root. The lock ends with the process.
    private static FileChannel lock(Path directory) throws Malformed, IOException {
        var channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // by this very process
        }
        channel.close();
        throw new Malformed("another witness works in " + directory);
    }
}
