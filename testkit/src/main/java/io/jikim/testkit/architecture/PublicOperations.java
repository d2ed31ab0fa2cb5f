package io.jikim.testkit.architecture;

import io.jikim.testkit.stack.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;

/// The committed list of operations that need no token, `deploy/public-operations.txt`.
public final class PublicOperations {

    private PublicOperations() {}

    /// Lines `VERB /path`; a line that begins with `#` is a comment.
    public static Set<String> read() {
        var list = ProjectRoot.find().resolve("deploy/public-operations.txt");
        try (var lines = Files.lines(list)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
