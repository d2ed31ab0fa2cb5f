package io.jikim.testkit.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/// The directory of the whole project, whichever module's tests run.
public final class ProjectRoot {
    private ProjectRoot() {}

    public static Path find() {
        var directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("deploy/postgres"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new IllegalStateException("run the tests inside the project");
        }
        return directory;
    }
}
