package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;

/// The resulting configuration as lines `NAME=value`; what only one service gets stands as
/// `service/NAME=value`.
record EnvironmentFile(Path path) {

    /// Written apart and renamed: who finds the file finds all of it.
    void write(Environments environments) {
        var lines = new ArrayList<String>();
        environments.common().forEach((name, value) -> lines.add(name + "=" + value));
        environments.forInspection().forEach((name, value) -> lines.add(name + "=" + value));
        for (var service : ServiceName.values()) {
            environments
                    .of(service)
                    .forEach((name, value) -> lines.add(service.text() + "/" + name + "=" + value));
        }
        var apart = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(apart, lines);
            Files.move(apart, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackFailure("cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
