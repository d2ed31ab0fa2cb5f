package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The resulting configuration as lines `NAME=value`; what only one service gets stands as
/// `service/NAME=value`.
record EnvironmentFile(Path path) {

    /// What was written, name by name.
    Map<String, String> read() {
        try {
            var values = new LinkedHashMap<String, String>();
            for (var line : Files.readAllLines(path)) {
                var at = line.indexOf('=');
                values.put(line.substring(0, at), line.substring(at + 1));
            }
            return values;
        } catch (IOException e) {
            throw new StackFailure("no stack has been started here: " + e.getMessage(), e);
        }
    }

    /// Written apart and renamed: who finds the file finds all of it.
    void write(Environments environments, List<String> parts) {
        var lines = new ArrayList<String>();
        lines.add("JIKIM_PARTS=" + String.join(",", parts));
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
