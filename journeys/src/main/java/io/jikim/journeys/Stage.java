package io.jikim.journeys;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The running stack that a story is told on: addresses, and the superuser's connections for
/// looking.
///
/// Read from the file of `NAME=value` lines that the stack writes; a variable of the same name in
/// the environment wins, so that a story can be told on any stack.
public record Stage(Path root, Map<String, String> values) {

    public static Stage in(Path root, Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return new Stage(
                    root,
                    lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        }
    }

    public String get(String name) {
        var value = System.getenv().getOrDefault(name, values.get(name));
        if (value == null) {
            throw new StoryBroken("The stack does not say " + name);
        }
        return value;
    }

    String getOr(String name, String otherwise) {
        return System.getenv().getOrDefault(name, values.getOrDefault(name, otherwise));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(System.getenv().getOrDefault(name, values.get(name)));
    }

    URI uri(String name) {
        return URI.create(get(name));
    }

    Path keys() {
        return root.resolve(get("JIKIM_KEYS_DIR"));
    }

    /// Server addresses of the three clusters, as the superuser reaches them from here.
    Map<String, String> clusters() {
        return Map.of(
                "live", get("JIKIM_LIVE_ADMIN_URL"),
                "archive", get("JIKIM_ARCHIVE_ADMIN_URL"),
                "keys", get("JIKIM_KEYS_ADMIN_URL"));
    }
}
