package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the project stands and where the stack keeps what it makes.
record Directories(Path root, Path data) {

    Path deploy() {
        return root.resolve("deploy");
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path log(String part) {
        return data.resolve("logs").resolve(part + ".log");
    }

    /// Unpacked distributions, shared by all stacks of one person; nothing in it is data.
    static Path cache() {
        var home = System.getenv("XDG_CACHE_HOME");
        var base =
                home == null || home.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(home);
        return base.resolve("jikim");
    }

    void create() {
        try {
            Files.createDirectories(data.resolve("logs"));
            Files.createDirectories(keys());
        } catch (IOException e) {
            throw new StackFailure("cannot write to " + data + ": " + e.getMessage(), e);
        }
    }
}
