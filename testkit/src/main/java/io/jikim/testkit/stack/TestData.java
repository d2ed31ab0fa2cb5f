package io.jikim.testkit.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Where a test stack keeps its data: `target/test-stack/<process id>`, deleted at the end, or by
/// the next test when a test was killed.
final class TestData {
    private static final Path ALL = Path.of("target", "test-stack").toAbsolutePath();

    private TestData() {}

    static Path fresh() throws IOException {
        Files.createDirectories(ALL);
        try (var left = Files.list(ALL)) {
            for (var data : left.toList()) {
                if (!isInUse(data)) {
                    delete(data);
                }
            }
        }
        return Files.createDirectories(ALL.resolve(String.valueOf(ProcessHandle.current().pid())));
    }

    private static boolean isInUse(Path data) {
        return ProcessHandle.of(Long.parseLong(String.valueOf(data.getFileName())))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .isPresent();
    }

    static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
