package io.jikim.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Keycloak's programs, unpacked and prepared for a fast start once per machine and person.
///
/// @param directory shared and only read once it is prepared; what a stack writes stands in a home
///   of its own
record KeycloakDistribution(Path directory) {
    private static final List<String> BUILD =
            List.of(
                    "build",
                    "--db=dev-file",
                    "--health-enabled=true",
                    "--features-disabled=kerberos");

    /// @param archives where the build laid down the way to the archive,
    ///   `local-stack/target/stack/keycloak.path`
    static KeycloakDistribution prepared(Path archives, Path log)
            throws IOException, InterruptedException {
        var archive = Path.of(Files.readString(archives).strip());
        var name = String.valueOf(archive.getFileName()).replace(".tar.gz", "");
        var distribution = new KeycloakDistribution(Directories.cache().resolve(name));
        Files.createDirectories(Directories.cache());
        try (var lock =
                        FileChannel.open(
                                Directories.cache().resolve(name + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            var mark = distribution.directory.resolve("jikim-prepared");
            if (!Files.exists(mark)) {
                distribution.prepare(archive, log);
                Files.createFile(mark);
            }
        }
        return distribution;
    }

    private void prepare(Path archive, Path log) throws IOException, InterruptedException {
        if (Files.exists(directory)) {
            Trees.delete(directory);
        }
        try (var file = new BufferedInputStream(Files.newInputStream(archive));
                var tar = new GZIPInputStream(file)) {
            Archives.unpack(tar, directory, 1);
        }
        var build = ChildProcess.start("TERM", command(directory, BUILD), Map.of(), log);
        var code = build.waitFor();
        build.stop();
        if (code != 0) {
            throw new StackFailure("Keycloak's build failed:%n%s".formatted(build.lastWords()));
        }
    }

    /// What `kc.sh` runs, without the shell in between.
    List<String> command(Path home, List<String> arguments) {
        var command = new ArrayList<>(List.of(Java.program()));
        command.addAll(
                List.of(
                        "-Xms64m",
                        "-Xmx512m",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.language=en",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(
                List.of(
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + directory.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-cp",
                        directory.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
