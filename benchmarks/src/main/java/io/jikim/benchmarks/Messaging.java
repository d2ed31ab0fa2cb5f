package io.jikim.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// `./jikim bench messaging`: a row and its event → relay → Kafka → inbox and effect in another
/// service's database, in real processes with durable commits, beside what the databases alone
/// could do.
///
/// Arguments: the project's directory, where files may stand, and `--NAME=NUMBER` for `seconds`,
/// `warmup`, `rate`, `backlog`. Prints JSON; progress goes to the error output.
public final class Messaging {

    private Messaging() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]).toAbsolutePath().normalize();
        var output = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        var plan = Plan.of(List.of(arguments).subList(2, arguments.length));
        var report = new MessagingRun(root, output, plan).report();
        var json =
                new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(report);
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        Files.writeString(output.resolve("messaging-" + at + ".json"), json + "\n");
        System.out.println(json);
    }
}
