package io.jikim.benchmarks.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// `./jikim bench audit`: access records from Kafka into the log, the proofs and the search over a
/// large one, its verification, its size on disk; beside `COPY` of the same rows and a peer.
///
/// Arguments: the project's directory, where files may stand, and `--NAME=NUMBER` for `seconds`,
/// `warmup`, `rate`, `entries`. Prints JSON; progress goes to the error output.
public final class Audit {

    private Audit() {}

    public static void main(String[] arguments) throws Exception {
        // as many connections stay open as there are callers
        System.setProperty("http.maxConnections", "64");
        var root = Path.of(arguments[0]).toAbsolutePath().normalize();
        var output = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        var plan = AuditPlan.of(List.of(arguments).subList(2, arguments.length));
        var report = new AuditRun(root, output, plan).report();
        var json =
                new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(report);
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        Files.writeString(output.resolve("audit-" + at + ".json"), json + "\n");
        System.out.println(json);
        // Whatever a client library still has running is done with.
        System.exit(0);
    }
}
