package io.jikim.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own benchmark program (Debian: postgresql-contrib).
record PgBench(Path executable, String superuser, Path scratch) implements Limit {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    static Optional<Path> installed() {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.concat(Arrays.stream(path).map(Path::of), debian())
                .map(directory -> directory.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> debian() {
        try (var versions = Files.newDirectoryStream(Path.of("/usr/lib/postgresql"))) {
            var found = new ArrayList<Path>();
            versions.forEach(version -> found.add(version.resolve("bin")));
            return found.stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public double perSecond(String script, int seconds) throws IOException, InterruptedException {
        var file = Files.writeString(scratch.resolve("limit.sql"), script);
        var address = URI.create(superuser.substring("jdbc:".length()));
        var command =
                List.of(
                        executable.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + CLIENTS,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + file,
                        "--host=" + address.getHost(),
                        "--port=" + address.getPort(),
                        "--username=postgres",
                        address.getPath().substring(1));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", "postgres");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
